using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Members.People;

/// <summary>Takes a person out of the lists, or puts them back. Whatever refers to the person keeps the name.</summary>
public static class ArchivePerson
{
    [Needs(MembersPermissions.Write)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; set; }
        public bool Restore { get; init; }
    }

    internal sealed class Handler(PlatformDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == c.Id, ct) ?? throw new NotFound(nameof(Person));
            if (c.Restore) person.Restore();
            else person.Archive(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
