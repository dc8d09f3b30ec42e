/** A back from the side, one bone in another colour: the same drawing as `pages/public/logo.svg`. */
export function Logo() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <g id="back" fill="none" stroke="currentColor" stroke-width="2.9" stroke-linecap="round">
        <path d="M13.6 2.3L18.6 3.7M9.7 7.8L16.9 8.6M9.8 14.3L18.3 12.5M12.7 19.9L22.3 17.3M12.5 27.5L24.5 30.5" />
        <path class="sore" d="M14.3 24.1L25.5 23.5" />
      </g>
    </svg>
  );
}
