const COMMENT = `
  databaseId body url createdAt updatedAt authorAssociation editor { login }
  author { __typename login ... on User { databaseId } ... on Bot { databaseId } }`;

/** https://docs.github.com/en/graphql/guides/using-the-graphql-api-for-discussions: only what we use. Replies are counted here and read where there are any. @param more further parts of the query */
export const discussionsQuery = (more: string): string => `
query ($owner: String!, $name: String!, $after: String, $first: Int!) {
  repository(owner: $owner, name: $name) {
    hasDiscussionsEnabled
    discussions(first: $first, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number title body url createdAt updatedAt upvoteCount authorAssociation editor { login }
        category { name }
        author { __typename login ... on User { databaseId } ... on Bot { databaseId } }
        comments(first: 100) {
          pageInfo { hasNextPage }
          nodes { ${COMMENT} replies { totalCount } }
        }
      }
    }
  }
  ${more}
}`;

/** The comments of one discussion with their replies: https://docs.github.com/en/graphql/reference/objects#discussioncomment */
export const THREAD = `
query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussion(number: $number) {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          ${COMMENT}
          replies(first: 100) { pageInfo { hasNextPage } nodes { ${COMMENT} } }
        }
      }
    }
  }
}`;
