/** An answer that is an error, in the words and with the status of WordPress core. */
export class RestError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {number} status
   * @param {object} [data] further members of `data`
   */
  constructor(code, message, status, data = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.data = { status, ...data };
  }

  toJSON() {
    return { code: this.code, message: this.message, data: this.data };
  }
}

/**
 * @param {Record<string, { code: string, message: string, data?: unknown }>} problems by parameter
 */
export function invalidParams(problems) {
  const params = {};
  const details = {};
  for (const [name, { code, message, data = null }] of Object.entries(problems)) {
    params[name] = message;
    details[name] = { code, message, data };
  }
  const names = Object.keys(problems).join(', ');
  return new RestError('rest_invalid_param', `Invalid parameter(s): ${names}`, 400, { params, details });
}

/** Code, message and status of core's errors; a message may hold entities, because core's do. */
const CORE_ERRORS = {
  rest_no_route: ['No route was found matching the URL and request method.', 404],
  rest_post_invalid_id: ['Invalid post ID.', 404],
  rest_post_incorrect_password: ['Incorrect post password.', 403],
  rest_post_invalid_page_number: [
    'The page number requested is larger than the number of pages available.',
    400,
  ],
  rest_orderby_include_missing_include: ['You need to define an include parameter to order by include.', 400],
  rest_no_search_term_defined: ['You need to define a search term to order by relevance.', 400],
  rest_forbidden: ['Sorry, you are not allowed to do that.', 401],
  rest_forbidden_context: ['Sorry, you are not allowed to edit this item.', 401],
  rest_forbidden_param: ['Query parameter not permitted: status', 401],
  rest_term_invalid: ['Term does not exist.', 404],
  rest_user_invalid_id: ['Invalid user ID.', 404],
  rest_comment_invalid_id: ['Invalid comment ID.', 404],
  rest_cannot_read: ['Sorry, you are not allowed to read this comment.', 401],
  rest_cannot_read_post: ['Sorry, you are not allowed to read the post for this comment.', 401],
  rest_cannot_create: ['Sorry, you are not allowed to create posts as this user.', 401],
  rest_cannot_edit: ['Sorry, you are not allowed to edit this comment.', 401],
  rest_cannot_delete: ['Sorry, you are not allowed to delete this comment.', 401],
  rest_comment_login_required: ['Sorry, you must be logged in to comment.', 401],
  rest_comment_invalid_author: ["Sorry, you are not allowed to edit 'author' for comments.", 401],
  rest_comment_invalid_status: ["Sorry, you are not allowed to edit 'status' for comments.", 401],
  rest_comment_invalid_post_id: ['Sorry, you are not allowed to create this comment without a post.', 403],
  rest_comment_draft_post: ['Sorry, you are not allowed to create a comment on this post.', 403],
  rest_comment_closed: ['Sorry, comments are closed for this item.', 403],
  rest_comment_content_invalid: ['Invalid comment content.', 400],
  rest_comment_author_data_required: ['Creating a comment requires valid author name and email values.', 400],
  comment_author_column_length: ['Comment field exceeds maximum length allowed.', 400],
  comment_author_email_column_length: ['Comment field exceeds maximum length allowed.', 400],
  comment_author_url_column_length: ['Comment field exceeds maximum length allowed.', 400],
  comment_content_column_length: ['Comment field exceeds maximum length allowed.', 400],
  comment_duplicate: ['Duplicate comment detected; it looks as though you&#8217;ve already said that!', 409],
  // 400 over REST, although the classic form answers 429.
  comment_flood: ['You are posting comments too quickly. Slow down.', 400],
};

/** @param {keyof typeof CORE_ERRORS} code */
export function coreError(code) {
  const [message, status] = CORE_ERRORS[code];
  return new RestError(code, message, status);
}

export function invalidJson() {
  return new RestError('rest_invalid_json', 'Invalid JSON body passed.', 400, {
    json_error_code: 4,
    json_error_message: 'Syntax error',
  });
}
