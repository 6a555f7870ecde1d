//! What is in sight.

use super::Host;

impl Host {
    /// Whether what stands above the element with `id` may not shrink: the element is in sight, and the page is too near
    /// to its beginning for the browser to scroll back by as much as a window. Natively nothing is in sight.
    pub fn needs_room_above(self, id: &str) -> bool {
        let Some(element) = self.find(id) else { return false };
        let Some(window) = self.document().default_view() else { return false };
        let height = self.document().document_element().map_or(0, |page| page.client_height());
        let place = element.get_bounding_client_rect();
        let is_in_sight = place.top() < f64::from(height) && place.bottom() > 0.0;
        is_in_sight && window.scroll_y().is_ok_and(|scrolled| scrolled < f64::from(height))
    }
}
