import 'tadwina/define';
import { useState } from 'react';

export default function App() {
  const [status, setStatus] = useState();

  return (
    <main>
      <tadwina-article
        api="https://blog.example/wp-json/"
        slug="bread"
        comment-limit={500}
        ontadwina-comment-sent={(event) => setStatus(event.detail.status)}
      >
        <a href="https://blog.example/bread/">Read the article</a>
      </tadwina-article>
      <p id="thanks" role="status">
        {status && (status === 'held' ? 'Thank you. We read it first.' : 'Thank you.')}
      </p>
    </main>
  );
}
