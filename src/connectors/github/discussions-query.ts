/** https://docs.github.com/en/graphql/guides/using-the-graphql-api-for-discussions: only what we use. */
export const DISCUSSIONS = `
query ($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    hasDiscussionsEnabled
    discussions(first: 50, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number title body url createdAt updatedAt upvoteCount authorAssociation
        category { name }
        author { __typename ... on User { databaseId } ... on Bot { databaseId } }
        comments(first: 100) {
          totalCount
          nodes { databaseId body url createdAt updatedAt authorAssociation author { __typename ... on User { databaseId } ... on Bot { databaseId } } }
        }
      }
    }
  }
}`;
