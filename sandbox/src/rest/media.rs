//! `/wp/v2/media`: images with their smaller copies.

use serde_json::{Map, Value, json};

use super::{Answer, args::Args, context::Context, links::link};
use crate::{
    error::RestError,
    reply::Reply,
    request::Request,
    site::Site,
    store::media::Image,
    wordpress::{autop::autop, texturize::texturize},
};

const ROUTE: &str = "/wp/v2/media";

/// The fields that an embedded image has.
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

/// Content gives images no date.
const DATE: &str = "2023-01-01T10:00:00";
const DATE_GMT: &str = "2023-01-01T09:00:00";

/// A page of images, newest first. None hangs on a post: `parent` finds nothing.
pub fn list(site: &Site, request: &Request) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    let (paging, slice) = args.slice(true);
    let include = args.integers("include");
    let parents = args.integers("parent");
    args.finish()?;
    let context = context.permitted()?;
    let mut ids = site.store.image_ids()?;
    ids.retain(|id| {
        (include.is_empty() || include.contains(id)) && (parents.is_empty() || parents.contains(&0))
    });
    let total = ids.len().try_into().unwrap_or(u64::MAX);
    if paging.page > paging.pages(total) && total > 0 {
        return Err(RestError::PostPageNumber);
    }
    let (skip, take) =
        (slice.offset.try_into().unwrap_or(usize::MAX), slice.limit.try_into().unwrap_or(usize::MAX));
    let mut items = Vec::new();
    for id in ids.into_iter().skip(skip).take(take) {
        items.extend(site.store.image(id)?.map(|image| item(request, &image, context)));
    }
    Ok(paging.headers(request, ROUTE, total, Reply::ok(items)))
}

/// One image.
pub fn one(site: &Site, request: &Request, id: i64) -> Answer {
    let mut args = Args::of(request);
    let context = Context::read(&mut args);
    args.finish()?;
    let image = site.store.image(id)?.ok_or(RestError::PostId)?;
    Ok(Reply::ok(item(request, &image, context.permitted()?)))
}

fn item(request: &Request, image: &Image, context: Context) -> Value {
    let own = request.base.route(ROUTE);
    let mut item = json!({
        "id": image.id,
        "date": DATE,
        "date_gmt": DATE_GMT,
        "modified": DATE,
        "modified_gmt": DATE_GMT,
        "slug": slug(image),
        "status": "inherit",
        "type": "attachment",
        "link": format!("{}/{}/", request.base.home(), slug(image)),
        "title": { "rendered": texturize(&image.title) },
        "author": 1,
        "comment_status": "closed",
        "ping_status": "closed",
        "template": "",
        "meta": [],
        "description": { "rendered": "" },
        "caption": { "rendered": autop(&texturize(&image.caption)) },
        "alt_text": image.alt,
        "media_type": "image",
        "mime_type": image.mime,
        "media_details": details(request, image),
        "post": Value::Null,
        "source_url": request.base.upload(&image.file),
        "_links": { "self": link(format!("{own}/{}", image.id)), "collection": link(&own) },
    });
    context.keep(&mut item, &EMBEDDED);
    item
}

fn details(request: &Request, image: &Image) -> Value {
    let (folder, name) =
        image.file.rsplit_once('/').map_or(("", image.file.as_str()), |(folder, name)| (folder, name));
    let mut sizes = Map::new();
    for (size, copy) in &image.sizes {
        // Content may name a copy by its path; WordPress names it by its file, beside the full image.
        let file = copy.file.rsplit('/').next().unwrap_or(&copy.file);
        let path = if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
        sizes.insert(size.clone(), one_size(request, file, &path, copy.width, copy.height, &image.mime));
    }
    sizes.insert(
        "full".to_owned(),
        one_size(request, name, &image.file, image.width, image.height, &image.mime),
    );
    json!({ "width": image.width, "height": image.height, "file": image.file, "sizes": sizes, "image_meta": {} })
}

fn one_size(request: &Request, file: &str, path: &str, width: u32, height: u32, mime: &str) -> Value {
    json!({
        "file": file,
        "width": width,
        "height": height,
        "mime_type": mime,
        "source_url": request.base.upload(path),
    })
}

/// Made of the file's name.
fn slug(image: &Image) -> String {
    let name = image.file.rsplit('/').next().unwrap_or(&image.file);
    crate::wordpress::slug::encoded(name.split_once('.').map_or(name, |(stem, _)| stem))
}
