using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Contract;

/// <summary>The stems of titles and the words of requests for support, for what is older than the search for them, or than its rules. Answers how many things can be found that could not.</summary>
public static class CompleteSearch
{
    [System]
    public sealed record Command : ICommand<int>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct) =>
            await MissingTerms.Renew(db, db.Set<Commitment>().Select(c => new MissingTerms.Text { Id = c.Id, Said = c.Title }), ct)
            + await MissingTerms.Renew(db, db.Set<Lead>().Select(l => new MissingTerms.Text { Id = l.Id, Said = l.Title }), ct)
            + await MissingTerms.Complete(db, db.Set<SupportRequest>().Where(r => r.Details != null).Select(r => new MissingTerms.Text { Id = r.Id, Said = r.Details! }), SearchKind.Support,
                (to, id, said) => SearchTerms.Add(to, SearchKind.Support, id, [said]), ct);
    }
}
