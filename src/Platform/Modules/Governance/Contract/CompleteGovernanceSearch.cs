using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Governance.Contract;

/// <summary>The names of bodies that are older than the search for them. Answers how many can be found that could not.</summary>
public static class CompleteBodySearch
{
    [System]
    public sealed record Command : ICommand<int>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, int>
    {
        public Task<int> Handle(Command command, CancellationToken ct) =>
            MissingTerms.Complete(db, db.Set<Body>().Select(b => new MissingTerms.Text { Id = b.Id, Said = b.Name }), SearchKind.Body,
                (to, id, said) => SearchTerms.Add(to, SearchKind.Body, id, [said]), ct);
    }
}
