import { RestError } from './errors.js';
import { readFields, storeComment } from './new-comment.js';
import { storyUrl } from './posts.js';
import { escapeHtml } from './text.js';

/** The form's words and statuses where they differ from those of the REST API. */
const FORM_ERRORS = {
  comment_flood: [429, 'You are posting comments too quickly. Slow down.'],
  rest_comment_closed: [403, 'Sorry, comments are closed for this item.'],
  rest_comment_invalid_post_id: [404, 'The story that this comment is for does not exist.'],
  // Core answers these with 200 although nothing was stored.
  rest_comment_author_data_required: [200, 'Error: Please fill the required fields.'],
  rest_comment_content_invalid: [200, 'Error: Please type your comment text.'],
  rest_invalid_param: [200, 'Error: Please enter a valid email address.'],
};

/**
 * The comment form of a WordPress page, which takes guests where the REST API does not.
 *
 * @param {import('./rest.js').Api} api
 * @param {Request} request
 */
export async function answerClassicForm(api, request) {
  if (request.method !== 'POST') {
    return new Response(null, { status: 405, headers: { Allow: 'POST' } });
  }
  try {
    const form = await readFields(request);
    const fields = {
      post: form.comment_post_ID,
      parent: form.comment_parent,
      author_name: form.author,
      author_email: form.email,
      author_url: form.url,
      content: form.comment,
    };
    const options = { ...api.options, allowAnonymousComments: true };
    const comment = await storeComment({ ...api, options }, fields);
    const post = api.store.posts().find((candidate) => candidate.id === comment.post);
    const location = `${storyUrl(api, post)}?unapproved=${comment.id}#comment-${comment.id}`;
    return new Response(null, { status: 302, headers: { Location: location, 'Cache-Control': 'no-cache' } });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const [status, message] = FORM_ERRORS[error.code] ?? [error.status, error.message];
    return errorPage(status, message);
  }
}

function errorPage(status, message) {
  // A message of core may hold an entity already.
  const text = escapeHtml(message.replaceAll('&#8217;', '’'));
  const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Comment Submission Failure</title>
</head>
<body id="error-page">
<div class="wp-die-message"><p>${text}</p></div>
<p><a href="javascript:history.back()">&laquo; Back</a></p>
</body>
</html>
`;
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=UTF-8' } });
}
