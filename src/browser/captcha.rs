//! The captcha of another company: its script, which nobody asks for before it is needed, and its widget within the
//! comment form. Natively there is none.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, HtmlScriptElement, Window};

use super::{Host, console::logged};
use crate::model::{Captcha, CaptchaFailure, CaptchaProvider, CaptchaState, CaptchaToken};

/// How long the script may take. Unit: milliseconds.
const SCRIPT_TIMEOUT_MS: i32 = 20_000;
/// Below this width the widget has its small form. Unit: CSS pixels, as in style/comment-captcha.css.
const NORMAL_WIDTH_PX: i32 = 303;
/// The name of the policy for Trusted Types.
const POLICY: &str = "tadwina";

/// A function that the company calls.
type Listener = Closure<dyn Fn(JsValue)>;

/// A captcha in the form. It goes when this is dropped.
pub struct CaptchaWidget {
    api: Api,
    id: JsValue,
    _listeners: Vec<Listener>,
}

impl CaptchaWidget {
    /// Asks for another answer: one counts once.
    pub fn reset(&self) {
        logged(self.api.reset(&self.id));
    }
}

impl Drop for CaptchaWidget {
    fn drop(&mut self) {
        logged(self.api.remove(&self.id));
    }
}

impl Host {
    /// Shows the captcha in the element that is called `place`, in the language `lang`. `changed` hears what becomes of it.
    ///
    /// # Errors
    /// When it cannot be shown.
    pub async fn show_captcha(
        self,
        place: &str,
        captcha: &Captcha,
        lang: &str,
        changed: impl Fn(CaptchaState) + Clone + 'static,
    ) -> Result<CaptchaWidget, CaptchaFailure> {
        let Captcha { provider, site_key } = captcha;
        let document = self.document();
        let window = document.default_view().ok_or(CaptchaFailure::NotLoaded)?;
        let api = api(&window, &document, *provider, lang).await.ok_or(CaptchaFailure::NotLoaded)?;
        let place = self.find(&self.id(place)).ok_or(CaptchaFailure::NotLoaded)?;
        let options = Object::new();
        let set = |name: &str, value: &JsValue| {
            logged(Reflect::set(&options, &name.into(), value));
        };
        set("sitekey", &site_key.into());
        let language = match provider {
            CaptchaProvider::Turnstile => "language",
            CaptchaProvider::HCaptcha => "hl",
        };
        set(language, &lang.into());
        set("theme", &(if is_dark(&window, &place) { "dark" } else { "light" }).into());
        set("size", &(if place.client_width() < NORMAL_WIDTH_PX { "compact" } else { "normal" }).into());
        // The token is sent with the comment, not by a field of the form.
        set("response-field", &JsValue::FALSE);
        let listeners = listeners(*provider, changed);
        for (name, listener) in &listeners {
            set(name, listener.as_ref());
        }
        let id = logged(api.render(&place, &options)).filter(|id| !id.is_undefined() && !id.is_null());
        let id = id.ok_or(CaptchaFailure::Refused)?;
        let listeners = listeners.into_iter().map(|(_, listener)| listener).collect();
        Ok(CaptchaWidget { api, id, _listeners: listeners })
    }
}

/// What both companies tell, and what one of them does: they ignore names that they do not know.
fn listeners(
    provider: CaptchaProvider,
    changed: impl Fn(CaptchaState) + Clone + 'static,
) -> Vec<(&'static str, Listener)> {
    let solved = changed.clone();
    let solved = Closure::new(move |token: JsValue| {
        solved(match token.as_string().filter(|token| !token.is_empty()) {
            Some(token) => CaptchaState::Solved(CaptchaToken { provider, token }),
            None => CaptchaState::Failed(CaptchaFailure::Refused),
        });
    });
    let states = [
        ("expired-callback", CaptchaState::Failed(CaptchaFailure::Expired)),
        ("timeout-callback", CaptchaState::Failed(CaptchaFailure::Expired)),
        ("chalexpired-callback", CaptchaState::Failed(CaptchaFailure::Expired)),
        ("error-callback", CaptchaState::Failed(CaptchaFailure::Refused)),
        ("unsupported-callback", CaptchaState::Failed(CaptchaFailure::Refused)),
        ("close-callback", CaptchaState::Unsolved),
    ];
    let others = states.map(|(name, state)| {
        let changed = changed.clone();
        let listener: Listener = Closure::new(move |_| changed(state.clone()));
        (name, listener)
    });
    [("callback", solved)].into_iter().chain(others).collect()
}

/// The company's functions; loads its script where nobody has.
async fn api(window: &Window, document: &Document, provider: CaptchaProvider, lang: &str) -> Option<Api> {
    let find = || {
        let found = logged(Reflect::get(window, &provider.key().into()))?;
        found.is_object().then(|| found.unchecked_into::<Api>())
    };
    if let Some(api) = find() {
        return Some(api);
    }
    let script = script(window, document, &address(provider, lang))?;
    let loaded = logged(JsFuture::from(loading(window, &script)).await);
    let api = loaded.and_then(|_| find());
    if api.is_none() {
        // The next attempt asks for it anew.
        script.remove();
    }
    api
}

/// Where the companies keep their scripts. They draw nothing before they are told where.
fn address(provider: CaptchaProvider, lang: &str) -> String {
    match provider {
        CaptchaProvider::Turnstile => {
            "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit".to_owned()
        }
        CaptchaProvider::HCaptcha => {
            ["https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off&hl=", lang].concat()
        }
    }
}

/// The script in the page: another widget may wait for it already.
fn script(window: &Window, document: &Document, address: &str) -> Option<HtmlScriptElement> {
    let selector = ["script[src=\"", address, "\"]"].concat();
    if let Some(script) = logged(document.query_selector(&selector))? {
        return Some(script.unchecked_into());
    }
    let script: HtmlScriptElement = logged(document.create_element("script"))?.unchecked_into();
    script.set_async(true);
    // A setter that throws under Trusted Types, unlike that of web-sys.
    logged(Reflect::set(&script, &"src".into(), &trusted(window, address)))?;
    logged(document.head()?.append_child(&script))?;
    Some(script)
}

/// `address` as an address of a script. Where a page asks for Trusted Types, only a policy can make one.
fn trusted(window: &Window, address: &str) -> JsValue {
    thread_local! {
        /// A page may allow each name once.
        static MADE: std::cell::RefCell<Option<Policy>> = const { std::cell::RefCell::new(None) };
    }
    let plain = JsValue::from_str(address);
    let factory = logged(Reflect::get(window, &"trustedTypes".into()));
    let Some(factory) = factory.filter(JsValue::is_object) else { return plain };
    let factory: PolicyFactory = factory.unchecked_into();
    MADE.with_borrow_mut(|made| {
        if made.is_none() {
            // Nobody else can reach the policy: it is asked for nothing but the addresses above.
            let same: Closure<dyn Fn(JsValue) -> JsValue> = Closure::new(|address| address);
            let rules = Object::new();
            logged(Reflect::set(&rules, &"createScriptURL".into(), &same.into_js_value()))?;
            *made = logged(factory.create_policy(POLICY, &rules));
        }
        let made = made.as_ref()?;
        logged(made.create_script_url(address))
    })
    .unwrap_or(plain)
}

/// Resolves when the script has run; rejects when it does not come in time.
fn loading(window: &Window, script: &HtmlScriptElement) -> Promise {
    Promise::new(&mut |loaded: Function, failed: Function| {
        logged(script.add_event_listener_with_callback("load", &loaded));
        logged(script.add_event_listener_with_callback("error", &failed));
        logged(window.set_timeout_with_callback_and_timeout_and_arguments_0(&failed, SCRIPT_TIMEOUT_MS));
    })
}

/// Whether the place is dark, as its colours are.
fn is_dark(window: &Window, place: &HtmlElement) -> bool {
    let style = logged(window.get_computed_style(place)).flatten();
    let scheme = style.and_then(|style| logged(style.get_property_value("color-scheme"))).unwrap_or_default();
    let prefers_dark = || {
        let query = logged(window.match_media("(prefers-color-scheme: dark)")).flatten();
        query.is_some_and(|query| query.matches())
    };
    scheme.contains("dark") && (!scheme.contains("light") || prefers_dark())
}

#[wasm_bindgen]
extern "C" {
    /// What both scripts put into the page.
    #[derive(Clone)]
    type Api;

    #[wasm_bindgen(method, catch)]
    fn render(this: &Api, place: &HtmlElement, options: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn reset(this: &Api, id: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn remove(this: &Api, id: &JsValue) -> Result<(), JsValue>;

    type PolicyFactory;

    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &PolicyFactory, name: &str, rules: &Object) -> Result<Policy, JsValue>;

    type Policy;

    #[wasm_bindgen(method, catch, js_name = createScriptURL)]
    fn create_script_url(this: &Policy, address: &str) -> Result<JsValue, JsValue>;
}
