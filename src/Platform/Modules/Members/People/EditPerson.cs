using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Members.People;

public static class EditPerson
{
    [Needs(MembersPermissions.Write)]
    public sealed record Form(Guid Id) : IRequest<Command>;

    [Needs(MembersPermissions.Write)]
    public sealed record Command : PersonFields, ICommand<Unit>
    {
        public Guid Id { get; set; }
        public int Version { get; init; }

        internal static Command From(Person p, List<Guid> seen) => new()
        {
            Id = p.Id, Version = p.Version, GivenName = p.GivenName, FamilyName = p.FamilyName, Standing = p.Standing, Title = p.Title,
            OrganisationId = p.OrganisationId, Email = p.Email, Phone = p.Phone, Seen = seen,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => PersonFields.Check(this);
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) =>
            Command.From(await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == form.Id, ct) ?? throw new NotFound(nameof(Person)), []);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == c.Id, ct) ?? throw new NotFound(nameof(Person));
            if (person.Version != c.Version) throw new Conflict(stored: Command.From(person, c.Seen), typed: c);
            await PersonTwins.Refuse(db, mediator, c, c.Id, ct);
            person.Name(c.GivenName!, c.FamilyName!);
            person.Serve(c.Standing!.Value, c.Title, c.OrganisationId);
            person.Reach(c.Email, c.Phone);
            await SearchTerms.Replace(db, SearchKind.Person, person.Id, person.Searched, ct);
            return Unit.Value;
        }
    }
}
