using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Governance.Contract;

/// <summary>The words of bodies, meetings and decisions that are older than the search for them. Answers how many can be found that could not.</summary>
public static class CompleteGovernanceSearch
{
    [System]
    public sealed record Command : ICommand<int>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct) =>
            await Complete(SearchKind.Body, db.Set<Body>().Select(b => new MissingTerms.Text { Id = b.Id, Said = b.Name }), ct)
            + await Complete(SearchKind.Meeting, db.Set<Meeting>().Where(m => m.Title != null || m.Place != null).Select(m => new MissingTerms.Text { Id = m.Id, Said = (m.Title ?? "") + " " + (m.Place ?? "") }), ct)
            + await Complete(SearchKind.Decision, db.Set<Decision>().Select(d => new MissingTerms.Text { Id = d.Id, Said = (d.Code ?? "") + " " + d.Title + " " + (d.Text ?? "") }), ct);

        private Task<int> Complete(SearchKind kind, IQueryable<MissingTerms.Text> texts, CancellationToken ct) =>
            MissingTerms.Complete(db, texts, kind, (to, id, said) => SearchTerms.Add(to, kind, id, [said]), ct);
    }
}
