// What the declarations accept and refuse in JSX. The tests compile this file and never run it.

import { useRef, useState } from 'react';
import type { TadwinaComments } from 'tadwina';
import type {} from 'tadwina/react';

export function Accepted() {
  const [status, setStatus] = useState<'approved' | 'held'>();
  const element = useRef<TadwinaComments>(null);
  return (
    <>
      <tadwina-article api="https://blog.example/wp-json/" slug="bread" discussion="none" className="wide" lang="ar" />
      <tadwina-comments
        ref={element}
        post={7}
        comment-limit={500}
        ontadwina-comment-sent={(event) => setStatus(event.detail.status)}
        ontadwina-error={({ detail }) => console.error(detail.kind, detail.message)}
      >
        <a href="https://blog.example/bread/#comments">{status}</a>
        <p slot="footer">Be kind.</p>
      </tadwina-comments>
      <tadwina-share theme="dark" ontadwina-share={(event) => event.preventDefault()} />
      <tadwina-blog base="/blog" key="blog" style={{ minBlockSize: '60vh' }} />
    </>
  );
}

export function Refused() {
  return (
    <>
      {/* @ts-expect-error there is no such theme */}
      <tadwina-article theme="sepia" />
      {/* @ts-expect-error React finds events by their exact names */}
      <tadwina-comments onTadwinaCommentSent={() => {}} />
      {/* @ts-expect-error the detail has no such field */}
      <tadwina-comments ontadwina-comment-sent={(event) => event.detail.text} />
      {/* @ts-expect-error the name of the attribute, not of the property */}
      <tadwina-comments commentLimit={500} />
      {/* @ts-expect-error a blog is no single article */}
      <tadwina-blog slug="bread" />
      {/* @ts-expect-error no such element */}
      <tadwina-page />
    </>
  );
}
