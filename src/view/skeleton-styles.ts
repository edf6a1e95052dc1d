import { css } from 'lit';

export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: 0.75rem;
  }
  .skeleton + .skeleton {
    margin-block-start: 1.25rem;
  }
  .skeleton.row {
    grid-template-columns: 1fr minmax(5rem, min(30%, 11rem));
  }
  .skeleton.row .bone.picture {
    order: 1;
    aspect-ratio: 4 / 3;
  }
  .skeleton.thread {
    grid-template-columns: 2.25rem 1fr;
  }
  .skeleton.thread .bone.picture {
    inline-size: 2.25rem;
    aspect-ratio: 1;
    border-radius: 50%;
  }
  /* In the order of a story, and so tall that what stands below it does not jump into sight and out again. */
  .skeleton.story {
    align-content: start;
    min-block-size: 45rem;
  }
  .skeleton.story .lines {
    order: -1;
  }
  .lines {
    display: grid;
    gap: 0.5rem;
    align-content: start;
  }
  .bone {
    block-size: 0.875em;
    border-radius: 0.25rem;
    background: var(--_tint);
  }
  .bone.picture {
    block-size: auto;
    aspect-ratio: 16 / 9;
    border-radius: var(--_radius);
  }
  .bone.title {
    block-size: 1.375em;
    inline-size: 80%;
  }
  .bone.short {
    inline-size: 55%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .bone {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
