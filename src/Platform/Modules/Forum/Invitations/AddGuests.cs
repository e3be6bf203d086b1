using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

/// <summary>Guests from what the space knows and from a pasted list: looked at first, line by line, then added. Nothing is sent.</summary>
public static class AddGuests
{
    public enum Fate
    {
        [Display(Name = "À ajouter")] Fresh = 1,
        [Display(Name = "Adresse à corriger")] Bad,
        [Display(Name = "Sans adresse")] Mute,
        [Display(Name = "Deux fois dans la liste")] Twice,
        [Display(Name = "Déjà dans la liste des invités")] Known,
        [Display(Name = "Ne souhaite pas ces messages")] OptedOut,
        [Display(Name = "Au-delà du nombre du groupe")] OverQuota,
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId) : IRequest<Filled>;

    public sealed record Filled(string Title, bool IsOpen, IReadOnlyList<GuestSource> Sources, IReadOnlyList<Choice> Groups);

    public sealed record Choice(Guid Id, string Name);

    /// <summary>What would be added, and what would not and why.</summary>
    [Needs(ForumPermissions.Organise)]
    public sealed record Look(Command Of) : IRequest<Outlook>;

    /// <param name="Text">The table that was read, to be sent back.</param>
    /// <param name="Columns">What each of its columns was taken for.</param>
    /// <param name="First">Its first line.</param>
    /// <param name="Hidden">Lines that the workbook hides: nobody there is invited.</param>
    public sealed record Outlook(IReadOnlyList<Line> Lines, string? Text, IReadOnlyList<GuestColumn> Columns, IReadOnlyList<string?> First, int Hidden)
    {
        public int Count(Fate fate) => Lines.Count(l => l.Fate == fate);
    }

    public sealed record Line(Fate Fate, string? Email, string? Name, string? Organisation, string? Shown, GuestSource Source, Guid? PersonId, Guid? OrganisationId, Guid? GroupId);

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand<int>
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Personnes connues de l’espace")] public List<GuestSource> Sources { get; init; } = [];
        [Display(Name = "Liste collée")] public string? Pasted { get; init; }
        [Display(Name = "Classeur")] public IFormFile? File { get; init; }
        [Display(Name = "Groupe")] public Guid? GroupId { get; init; }
        /// <summary>What each column of the list holds; empty: as it is recognised.</summary>
        [Display(Name = "Colonnes")] public List<GuestColumn> Columns { get; init; } = [];
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Sources).IsInEnum();
            RuleForEach(c => c.Columns).IsInEnum();
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Look, Outlook>, IRequestHandler<Command, int>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var edition = await ForumEdition.Of(db, form.EditionId, ct);
            var groups = await db.Set<ForumGroup>().Where(g => g.EditionId == form.EditionId).OrderBy(g => g.NameKey).Select(g => new Choice(g.Id, g.Name)).ToListAsync(ct);
            var (engaged, governed) = (tenant.Space.Has(SpaceModules.Engagements), tenant.Space.Has(SpaceModules.Governance));
            return new(edition.Title, edition.CancelledOn is null, [.. new[] { GuestSource.Coalitions, GuestSource.Referents, GuestSource.Late, GuestSource.Mandates, GuestSource.Partners, GuestSource.Past }
                .Where(s => s switch { GuestSource.Coalitions => tenant.Space.Has(SpaceModules.Coalitions), GuestSource.Referents or GuestSource.Late => engaged, GuestSource.Mandates => governed, GuestSource.Past => edition.SeriesId is not null, _ => true })], groups);
        }

        public async Task<Outlook> Handle(Look look, CancellationToken ct)
        {
            var (table, hidden) = await Table(look.Of, ct);
            var pasted = GuestPaste.Read(table, look.Of.Columns);
            if (look.Of.Sources.Count == 0 && pasted.Count == 0) throw new Invalid(look.Of, nameof(look.Of.Pasted), "Cochez une liste, collez des adresses ou choisissez un classeur.");
            var known = GuestPaste.Recognise(table);
            return new(await Judge(look.Of, pasted, ct), pasted.Count == 0 ? null : GuestPaste.Write(table), look.Of.Columns.Count == known.Count ? look.Of.Columns : known, table.Count > 0 ? table[0] : [], hidden);
        }

        /// <returns>How many were added.</returns>
        public async Task<int> Handle(Command c, CancellationToken ct)
        {
            // Two organisers at once: the second counts what the first added.
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var fresh = (await Judge(c, GuestPaste.Read((await Table(c, ct)).Lines, c.Columns), ct)).Where(l => l.Fate == Fate.Fresh).ToList();
            // Asked to register and did not confirm: now they are invited.
            var asked = await db.Set<ForumGuest>().AsTracking().Where(g => g.EditionId == c.EditionId && g.State == GuestState.Unconfirmed).ToDictionaryAsync(g => g.EmailKey, StringComparer.Ordinal, ct);
            foreach (var line in fresh)
                if (asked.TryGetValue(ForumGuest.Key(line.Email!), out var known)) known.Confirm(GuestState.Draft, clock.GetUtcNow());
            db.AddRange(fresh.Where(l => !asked.ContainsKey(ForumGuest.Key(l.Email!))).Select(l => new ForumGuest(c.EditionId, l.Email!, l.Name, l.Organisation, l.PersonId, l.OrganisationId, l.GroupId, l.Source)));
            return fresh.Count;
        }

        private static async Task<(IReadOnlyList<string?[]> Lines, int Hidden)> Table(Command c, CancellationToken ct)
        {
            try
            {
                return await PlainTable.Read(c.Pasted, c.File, ForumGuest.Most, ct);
            }
            catch (RuleViolation refused) when (refused.Code.StartsWith("import.file.", StringComparison.Ordinal))
            {
                throw new Invalid(c, c.File is null ? nameof(c.Pasted) : nameof(c.File), refused.Sentence);
            }
        }

        private async Task<IReadOnlyList<Line>> Judge(Command c, IReadOnlyList<GuestPaste.Line> pasted, CancellationToken ct)
        {
            var edition = await ForumEdition.Of(db, c.EditionId, ct);
            if (edition.CancelledOn is not null) throw new RuleViolation("edition.cancelled");
            var groups = await db.Set<ForumGroup>().AsNoTracking().Where(g => g.EditionId == c.EditionId).ToListAsync(ct);
            var chosen = c.GroupId is not { } id ? null : groups.Find(g => g.Id == id) ?? throw new Invalid(c, nameof(c.GroupId), "Choisissez dans la liste.");
            var all = (await Known(c, edition, ct)).Concat(pasted.Select(p => new Line(p.Email is null ? Fate.Mute : p.IsAddress ? Fate.Fresh : Fate.Bad, p.Email, p.Name, p.Organisation, $"ligne {p.Number} : {p.Shown}", GuestSource.Pasted, null, null, null))).ToList();
            var there = await db.Set<ForumGuest>().Where(g => g.EditionId == c.EditionId && g.State != GuestState.Unconfirmed).Select(g => new { g.EmailKey, g.GroupId, g.State }).ToListAsync(ct);
            var invited = there.Select(g => g.EmailKey).ToHashSet(StringComparer.Ordinal);
            var taken = there.Where(g => g.GroupId != null && ForumGroup.Counts(g.State)).GroupBy(g => g.GroupId!.Value).ToDictionary(g => g.Key, g => g.Count());
            var unwanted = await Mail.Unwanted(db, MailCategory.Meetings, [.. all.Where(l => l.Fate == Fate.Fresh).Select(l => l.Email!)], ct);
            var (seen, judged, room) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<Line>(all.Count), ForumGuest.Most - there.Count);
            foreach (var line in all)
            {
                if (line.Fate != Fate.Fresh) judged.Add(line);
                else if (invited.Contains(ForumGuest.Key(line.Email!))) judged.Add(line with { Fate = Fate.Known });
                else if (seen.TryGetValue(ForumGuest.Key(line.Email!), out var first))
                {
                    // The space's own lists meet: one guest, invited for several reasons. A pasted line twice is worth saying.
                    judged[first] = judged[first] with { Source = judged[first].Source | line.Source, Name = judged[first].Name ?? line.Name, Organisation = judged[first].Organisation ?? line.Organisation };
                    if (line.Source == GuestSource.Pasted) judged.Add(line with { Fate = Fate.Twice });
                }
                else if (unwanted.Contains(line.Email!)) judged.Add(line with { Fate = Fate.OptedOut });
                else
                {
                    var group = chosen ?? groups.Find(g => g.OrganisationId is not null && g.OrganisationId == line.OrganisationId);
                    var count = group is null ? 0 : taken.GetValueOrDefault(group.Id);
                    var full = group?.Quota <= count || room == 0;
                    if (group is not null && !full) taken[group.Id] = count + 1;
                    if (!full) room--;
                    seen[ForumGuest.Key(line.Email!)] = judged.Count;
                    judged.Add(line with { GroupId = group?.Id, Fate = full ? Fate.OverQuota : Fate.Fresh });
                }
            }
            return judged;
        }

        private async Task<List<Line>> Known(Command c, ForumEdition edition, CancellationToken ct)
        {
            var lines = new List<Line>();
            var stake = c.Sources.Exists(s => s is GuestSource.Coalitions or GuestSource.Referents or GuestSource.Late) ? await mediator.Send(new PeopleAtStake.Query(), ct) : null;
            if (c.Sources.Contains(GuestSource.Coalitions)) await Cards(GuestSource.Coalitions, [], stake!.CoalitionMembers);
            if (c.Sources.Contains(GuestSource.Referents)) await Cards(GuestSource.Referents, stake!.Referents, []);
            if (c.Sources.Contains(GuestSource.Late)) await Cards(GuestSource.Late, stake!.Late, []);
            if (c.Sources.Contains(GuestSource.Mandates)) await Cards(GuestSource.Mandates, [.. (await mediator.Send(new MandateHolders.Query(), ct)).Keys], []);
            if (c.Sources.Contains(GuestSource.Partners)) await Cards(GuestSource.Partners, await mediator.Send(new PeopleOfRoles.Query([RoleKind.Partner, RoleKind.Funder]), ct), []);
            if (c.Sources.Contains(GuestSource.Past) && edition.SeriesId is { } series)
            {
                var before = await db.Set<ForumEdition>().Where(e => e.SeriesId == series && e.StartsOn < edition.StartsOn && e.CancelledOn == null).OrderByDescending(e => e.StartsOn).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(ct);
                lines.AddRange(await db.Set<ForumGuest>().Where(g => g.EditionId == before && g.State != GuestState.Draft && g.State != GuestState.Bounced && g.State != GuestState.Cancelled && g.State != GuestState.Unconfirmed && g.Email != "").OrderBy(g => g.NameKey)
                    .Select(g => new Line(Fate.Fresh, g.Email, g.Name, g.Organisation, null, GuestSource.Past, g.PersonId, g.OrganisationId, null)).ToListAsync(ct));
            }
            return lines;

            async Task Cards(GuestSource source, IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> organisations) =>
                lines.AddRange((await mediator.Send(new GuestCards.Query(people, organisations), ct)).Select(p => new Line(p.Email is null ? Fate.Mute : Fate.Fresh, p.Email, p.Name, p.Organisation, null, source, p.Id, p.OrganisationId, null)));
        }
    }
}
