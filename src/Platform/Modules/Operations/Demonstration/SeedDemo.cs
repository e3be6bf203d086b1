using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared.Lists.Views;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>A space of the demonstration: what it is, and what is in it.</summary>
internal interface IDemoSpace
{
    DemoIdentity Identity { get; }

    Task Fill(DemoWriter writer);
}

internal sealed record DemoIdentity(string Identifier, TenantKind Kind, string Name, string? Acronym, string Accent)
{
    public Vocabulary Words { get; init; } = Vocabulary.Default;
    public IReadOnlyList<string> ModulesOff { get; init; } = [];
    /// <summary>What stands under the title of the public road map; null where it is not open.</summary>
    public string? Roadmap { get; init; }
}

/// <summary>Fills the demonstration. Run again, it leaves what exists; a space whose filling was interrupted is filled.</summary>
internal static class SeedDemo
{
    public static IReadOnlyList<IDemoSpace> Spaces { get; } = [new AilbSpace(), new BrestSpace(), new PetrSpace(), new EntenteSpace()];

    /// <returns>One line per space: what was done.</returns>
    public static async Task<IReadOnlyList<string>> Run(IServiceProvider services, CancellationToken ct)
    {
        var scopes = services.GetRequiredService<TenantScopes>();
        await scopes.RunOutside("demonstration", s => s.GetRequiredService<IMediator>().Send(new AddOperatorPersona.Command(
            "exploitation@plateforme.example", "Solène Autret", "La plateforme elle-même : ouvrir un nouvel espace."), ct));
        var done = new List<string>();
        foreach (var space in Spaces)
        {
            var id = await scopes.RunOutside("demonstration", s => Open(s.GetRequiredService<PlatformDb>(), s.GetRequiredService<TimeProvider>(), space.Identity, ct));
            services.GetRequiredService<SpaceDirectory>().Forget();
            var filled = await scopes.Run(id, "démonstration", s => s.GetRequiredService<IMediator>().Send(new Command(space), ct), ct);
            done.Add($"/{space.Identity.Identifier}/  {space.Identity.Name}{(filled ? "" : " (already there)")}");
        }
        return done;
    }

    private static async Task<Guid> Open(PlatformDb db, TimeProvider clock, DemoIdentity identity, CancellationToken ct)
    {
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Identifier == identity.Identifier, ct) is { } known) return known.Id;
        var tenant = new Tenant(identity.Identifier, identity.Kind, identity.Name, identity.Acronym, clock.GetUtcNow());
        tenant.Brand(identity.Accent, null);
        tenant.Speak(identity.Words);
        tenant.SwitchOff(identity.ModulesOff);
        tenant.Publish(identity.Roadmap is not null, identity.Roadmap, OpenLicence.Etalab);
        tenant.MarkAsDemonstration();
        db.Add(tenant);
        await db.SaveChangesAsync(ct);
        return tenant.Id;
    }

    [System]
    internal sealed record Command(IDemoSpace Space) : ICommand<bool>;

    private static readonly (string List, string Name, string Query)[] Views =
    [
        ("engagements", "À relancer : en retard ou sans nouvelles", "situation=retard&situation=silence&tri=nouvelle&colonnes=etat&colonnes=echeance&colonnes=nouvelle&colonnes=referent&colonnes=suivi"),
        ("engagements", "Échéances du mois qui vient", "situation=bientot"),
        ("membres", "Partenaires et financeurs", "role=partenaire&role=financeur"),
    ];

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, MailSettings mails, IPersonalLinks links, MeetingLetters meetings, GuestLetters guests, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command command, CancellationToken ct)
        {
            // One transaction fills a space: it is there whole, or not at all.
            if (await db.Set<Organisation>().AnyAsync(ct)) return false;
            var seed = command.Space.Identity.Identifier.Sum(c => c) * 31;
            await command.Space.Fill(new DemoWriter(db, mediator, new Fiction(seed), tenant.Space.Today(clock), clock.GetUtcNow(), command.Space.Identity.Identifier, ct));
            foreach (var (list, name, query) in Views)
            {
                // Made by nobody of the space: whoever may share looks after them.
                var view = new SavedView(list, name, query, Guid.Empty);
                view.Share(true);
                db.Add(view);
            }
            await DemoMails.Write(db, tenant.Space, mails, links, meetings, guests, clock.GetUtcNow(), ct);
            await db.SaveChangesAsync(ct);
            await mediator.Send(new CompleteGovernanceSearch.Command(), ct);
            return true;
        }
    }
}
