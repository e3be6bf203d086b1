using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.People;

/// <summary>What the two forms of a person share: choices of organisation, and people who may be the same.</summary>
public abstract class PersonForm(IMediator mediator) : SpacePage(mediator)
{
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<PersonTwins.Row> Twins { get; private set; } = [];

    protected async Task Offer(PersonFields typed, Guid? except, Guid? organisation)
    {
        var options = await Send(new OrganisationOptions.Query([.. new[] { typed.OrganisationId, organisation }.OfType<Guid>()]));
        Organisations = [.. options.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        if (typed.FamilyName is not null || typed.Email is not null) Twins = await Send(new PersonTwins.Query(typed.GivenName, typed.FamilyName, typed.Email, except));
    }
}
