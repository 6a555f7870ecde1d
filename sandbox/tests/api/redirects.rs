//! Redirects from other addresses of a post to its permalink.

use crate::client::{Client, Response};

const TEA: &str = "/2023/11/03/%d9%82%d9%87%d9%88%d8%a9-%d8%a7%d9%84%d8%b5%d8%a8%d8%a7%d8%ad/";

#[track_caller]
fn assert_moved(response: &Response, to: &str) {
    let target = format!("http://blog.test{to}");
    assert_eq!((response.status, response.header("location")), (301, target.as_str()), "{}", response.text);
    assert_eq!(response.header("x-redirect-by"), "WordPress");
    assert_eq!(response.text, "");
}

/// Checks that GET and HEAD of each address redirect to a path.
async fn check(addresses: &[&str], to: &str) {
    let client = Client::new();
    for method in ["GET", "HEAD"] {
        for address in addresses {
            assert_moved(&client.send(method, address, &[], "").await, to);
        }
    }
}

async fn status(address: &str) -> u16 {
    Client::new().send("GET", address, &[], "").await.status
}

#[tokio::test]
async fn an_old_slug_leads_to_the_permalink() {
    let arabic = "/2023/11/03/%D8%B4%D8%A7%D9%8A/";
    check(&["/2023/11/03/tea-time/", "/2023/11/3/Tea-Time", "/2023/11/03/tea-time/?a=1", arabic], TEA).await;
}

#[tokio::test]
async fn an_old_slug_counts_only_with_the_day_of_the_post() {
    for address in ["/2023/11/02/tea-time/", "/2022/11/03/tea-time/", "/tea-time/", "/archives/tea-time/"] {
        assert_eq!(status(address).await, 404, "{address}");
    }
}

#[tokio::test]
async fn the_beginning_of_a_slug_leads_to_the_permalink() {
    let arabic = "/2023/11/03/%D9%82%D9%87%D9%88%D8%A9/";
    check(&[arabic, "/%D9%82%D9%87%D9%88%D8%A9"], TEA).await;
    check(&["/2023/11/02/clo/", "/clo/", "/closed/", "/archives/closed"], "/2023/11/02/closed/").await;
    check(&["/abo/", "/any/about/"], "/about/").await;
}

#[tokio::test]
async fn the_beginning_of_a_slug_counts_only_with_the_day_of_the_post_and_if_the_post_is_public() {
    for address in ["/2023/11/01/clo/", "/losed/", "/%25/", "/draf/", "/private/", "/category/clo/", "/!!!/"]
    {
        assert_eq!(status(address).await, 404, "{address}");
    }
}

#[tokio::test]
async fn the_number_of_a_post_leads_to_its_permalink() {
    check(&["/?p=101", "/?p=101&post_type=post"], TEA).await;
    check(&["/?p=60"], "/about/").await;
    for address in ["/?p=104", "/?p=105", "/?p=999", "/?p=-1"] {
        assert_eq!(status(address).await, 404, "{address}");
    }
    assert_eq!(status("/?p=").await, 200);
}

#[tokio::test]
async fn other_parameters_are_kept_except_by_an_old_slug() {
    check(&["/?utm_source=a%20b&p=101&x"], &format!("{TEA}?utm_source=a%20b&x")).await;
    check(&["/clo/?page=2&x=1"], "/2023/11/02/closed/?x=1").await;
}

#[tokio::test]
async fn a_redirect_has_the_host_of_the_request() {
    let proxied = [("x-forwarded-host", "a.test")];
    let response = Client::new().send("GET", "/2023/11/03/tea-time/", &proxied, "").await;
    assert_eq!(response.header("location"), format!("http://a.test{TEA}"));
}

#[tokio::test]
async fn only_get_and_head_are_redirected() {
    let client = Client::new();
    for address in ["/2023/11/03/tea-time/", "/clo/", "/?p=101"] {
        assert_eq!(client.send("POST", address, &[], "").await.status, 404, "{address}");
    }
}
