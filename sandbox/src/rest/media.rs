//! `/wp/v2/media/ID`: an image with its smaller copies.

use serde_json::{Map, Value, json};

use super::{RestResult, args::Args, context::Context, error::refusal, links::link, response::RestResponse};
use crate::{
    formatting::{paragraph, sanitize_title::sanitize_title},
    request::Request,
    site::Site,
    store::media::Image,
};

const ROUTE: &str = "/wp/v2/media";

/// The fields of an embedded image.
const EMBEDDED: [&str; 13] = [
    "id",
    "date",
    "slug",
    "type",
    "link",
    "title",
    "author",
    "caption",
    "alt_text",
    "media_type",
    "mime_type",
    "media_details",
    "source_url",
];

/// The date of all images, because the content has none for them.
const DATE: &str = "2023-01-01T10:00:00";
const DATE_GMT: &str = "2023-01-01T09:00:00";

/// One image.
pub fn one(site: &Site, request: &Request, id: i64) -> RestResult {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    args.finish()?;
    let image = site.store.image(id)?.ok_or(refusal::POST_ID)?;
    Ok(RestResponse::ok(item(request, &image, context.public()?)))
}

fn item(request: &Request, image: &Image, context: Context) -> Value {
    let collection = request.site_url.rest_url(ROUTE);
    let (_, name) = folder_and_name(&image.file);
    let slug = sanitize_title(name.split_once('.').map_or(name, |(stem, _)| stem));
    let mut item = json!({
        "id": image.id,
        "date": DATE,
        "date_gmt": DATE_GMT,
        "modified": DATE,
        "modified_gmt": DATE_GMT,
        "slug": slug,
        "status": "inherit",
        "type": "attachment",
        "link": format!("{}/{slug}/", request.site_url.home()),
        "title": { "rendered": image.title },
        "author": 1,
        "comment_status": "closed",
        "ping_status": "closed",
        "template": "",
        "meta": [],
        "description": { "rendered": "" },
        "caption": { "rendered": paragraph(&image.caption) },
        "alt_text": image.alt,
        "media_type": "image",
        "mime_type": image.mime,
        "media_details": details(request, image),
        "post": Value::Null,
        "source_url": request.site_url.upload(&image.file),
        "_links": { "self": link(format!("{collection}/{}", image.id)), "collection": link(&collection) },
    });
    context.narrow(&mut item, &EMBEDDED);
    item
}

fn details(request: &Request, image: &Image) -> Value {
    let (folder, name) = folder_and_name(&image.file);
    let size = |file: &str, width: u32, height: u32| {
        let source_url = request.site_url.upload(&format!("{folder}{file}"));
        json!({ "file": file, "width": width, "height": height, "mime_type": image.mime, "source_url": source_url })
    };
    let mut sizes: Map<String, Value> = image
        .sizes
        .iter()
        .map(|(name, copy)| (name.clone(), size(&copy.file, copy.width, copy.height)))
        .collect();
    sizes.insert("full".to_owned(), size(name, image.width, image.height));
    json!({ "width": image.width, "height": image.height, "file": image.file, "sizes": sizes, "image_meta": {} })
}

/// `2023/11/` and `kettle.png`.
fn folder_and_name(file: &str) -> (&str, &str) {
    file.split_at(file.rfind('/').map_or(0, |slash| slash + 1))
}
