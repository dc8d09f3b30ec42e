/** Asks for the leads file. */
export function LeadsForm({ since, mistake }: { since: string; mistake: string | undefined }) {
  return (
    <form class="leads" method="post" action="/desk/leads">
      <h2>Leads file</h2>
      <div class="field">
        <label for="since">Received since (optional)</label>
        <p class="hint" id="since-hint">
          Leave empty for every enquiry.
        </p>
        {mistake && (
          <p class="mistake" id="since-mistake">
            <span class="hidden">Error: </span>
            {mistake}
          </p>
        )}
        <input
          id="since"
          name="since"
          type="date"
          value={since || undefined}
          aria-describedby={mistake ? 'since-hint since-mistake' : 'since-hint'}
          aria-invalid={mistake ? 'true' : undefined}
        />
      </div>
      <button class="button" type="submit">
        Download leads (CSV)
      </button>
    </form>
  );
}
