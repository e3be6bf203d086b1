using FluentValidation;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.People;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Members.Contract;

/// <summary>Enters a person. Answers the identifier.</summary>
public static class RegisterPerson
{
    /// <summary>The empty form, for who may send it back filled.</summary>
    [Needs(MembersPermissions.Write)]
    public sealed record Form(Guid? OrganisationId) : IRequest<Command>;

    [Needs(MembersPermissions.Write)]
    public sealed record Command : PersonFields, ICommand<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => PersonFields.Check(this);
    }

    internal sealed class FormHandler : IRequestHandler<Form, Command>
    {
        public Task<Command> Handle(Form form, CancellationToken ct) => Task.FromResult(new Command { OrganisationId = form.OrganisationId });
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            await PersonTwins.Refuse(db, mediator, c, null, ct);
            var person = new Person(c.GivenName!, c.FamilyName!, c.Standing!.Value);
            person.Serve(c.Standing!.Value, c.Title, c.OrganisationId);
            person.Reach(c.Email, c.Phone);
            db.Add(person);
            SearchTerms.Add(db, SearchKind.Person, person.Id, person.Searched);
            return person.Id;
        }
    }
}
