using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Reference;

namespace Platform.Modules.Members.Contract;

/// <summary>Brings the stored national reference to the one that ships with the application. Run twice, it writes nothing.</summary>
public static class ImportReference
{
    [System]
    public sealed record Command : IRequest<IReadOnlyList<Change>>;

    public sealed record Change(string Table, int Rows, int Added, int Changed, int Removed)
    {
        public override string ToString() => $"{Table}: {Rows} rows" +
            (Added + Changed + Removed == 0 ? ", nothing to change." : $" ({Added} added, {Changed} changed, {Removed} removed).");
    }

    internal sealed class Handler(IConfiguration configuration) : IRequestHandler<Command, IReadOnlyList<Change>>
    {
        // As the owner role: the application's role may only read these tables.
        public async Task<IReadOnlyList<Change>> Handle(Command command, CancellationToken ct)
        {
            await using var db = Migrator.Open(configuration);
            return await new ReferenceImport(db).Run(NationalReference.Read(), ct);
        }
    }
}
