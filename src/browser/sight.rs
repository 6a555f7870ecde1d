//! What is in sight. Natively nothing is.

use super::Host;

impl Host {
    /// Whether a part of the element with `id` is within the window.
    pub fn is_in_sight(self, id: &str) -> bool {
        let Some(element) = self.find(id) else { return false };
        let place = element.get_bounding_client_rect();
        place.top() < f64::from(self.window_height()) && place.bottom() > 0.0
    }

    /// Whether the page is far enough from its beginning to be scrolled back by a window.
    pub fn can_scroll_back(self) -> bool {
        let window = self.element().and_then(|_| self.document().default_view());
        let scrolled = window.and_then(|window| window.scroll_y().ok());
        scrolled.is_some_and(|scrolled| scrolled >= f64::from(self.window_height()))
    }

    /// Unit: CSS pixels.
    fn window_height(self) -> i32 {
        self.document().document_element().map_or(0, |page| page.client_height())
    }
}
