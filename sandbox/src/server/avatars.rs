//! `/wp-content/uploads/avatars/DIGEST`: a picture for each commenter, as Gravatar has them: a disc in a colour of its own.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};

/// The picture of this digest, whatever its size.
pub async fn get(Path(digest): Path<String>) -> Response {
    let hue = digest.bytes().fold(0_u32, |sum, byte| (sum * 31 + u32::from(byte)) % 360);
    let picture = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="hsl({hue} 45% 70%)" d="M0 0h48v48H0z"/><circle cx="24" cy="19" r="9" fill="hsl({hue} 40% 35%)"/><circle cx="24" cy="48" r="17" fill="hsl({hue} 40% 35%)"/></svg>"#
    );
    ([(header::CONTENT_TYPE, "image/svg+xml")], picture).into_response()
}
