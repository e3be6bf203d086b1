using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;
using static Platform.Modules.Members.People.PersonTable;

namespace Platform.Modules.Members.People;

/// <summary>People with their mandates: one line each, or one line for each mandate.</summary>
internal sealed class PersonImport(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock, IEnumerable<IValidator<AddMandate.Command>> seatRules) : IImportKind
{
    private const string ById = "Id", ByEmail = "Email", ByName = "Name";

    private sealed record Fields : PersonFields;

    private sealed class Validator : AbstractValidator<Fields>
    {
        public Validator() => PersonFields.Check(this);
    }

    private readonly Validator rules = new();
    private readonly Dictionary<string, int> emails = new(StringComparer.Ordinal);
    private ILookup<string, Guid> organisations = Enumerable.Empty<Guid>().ToLookup(_ => ""), bodies = Enumerable.Empty<Guid>().ToLookup(_ => "");
    private readonly Dictionary<Guid, DateOnly> ends = [];
    private Dictionary<Guid, string> names = [];
    private Dictionary<Guid, Person> loaded = [];

    private bool HasSeats => tenant.Space.Has(SpaceModules.Governance);

    public ImportSubject Subject => ImportSubject.People;
    public string Permission => MembersPermissions.Write;
    public string? Module => null;

    public IReadOnlyList<ImportColumn> Columns => PersonTable.Columns(HasSeats);

    public IReadOnlyList<ImportKey> Keys { get; } =
    [
        new(ById, "Identifiant", "Id") { MustExist = true }, new(ByEmail, "Adresse électronique", "Email"), new(ByName, "Prénom, nom et organisation", "GivenName", "FamilyName"),
    ];

    public async Task Open(CancellationToken ct)
    {
        var every = await mediator.Send(new EveryName.Query(), ct);
        (organisations, names) = (every.Organisations, every.Names.ToDictionary());
        if (!HasSeats) return;
        var known = await mediator.Send(new BodyNames.Query(), ct);
        bodies = known.ToLookup(b => b.NameKey, b => b.Id, StringComparer.Ordinal);
        foreach (var body in known)
        {
            names[body.Id] = body.Name;
            if (body.EndedOn is { } end) ends[body.Id] = end;
        }
    }

    public Facts Read(Cells cells) => PersonTable.Read(cells, organisations, HasSeats ? bodies : null);

    public string? KeyOf(string key, Facts said) => key switch
    {
        ById => said.Get("Id"),
        ByEmail => said.Get("Email")?.ToLowerInvariant(),
        _ => NameOf(said) is { Length: > 0 } name ? $"{name}|{said.Get("OrganisationId")}" : null,
    };

    private static string NameOf(Facts f) => Person.KeyOf(f.Get("GivenName"), f.Get("FamilyName"));

    public string TitleOf(Facts facts) => $"{facts.Get("GivenName")} {facts.Get("FamilyName")}".Trim();

    public async Task<ILookup<string, Guid>> Find(string key, IReadOnlyCollection<string> values, CancellationToken ct)
    {
        if (key == ById) return await ImportSearch.ById<Person>(db, values, ct);
        if (key == ByEmail)
            return (await db.Set<Person>().Where(p => values.Contains(p.EmailKey!)).Select(p => new { p.EmailKey, p.Id }).ToListAsync(ct)).ToLookup(p => p.EmailKey!, p => p.Id, StringComparer.Ordinal);
        var keys = values.Select(v => v.Split('|')[0]).ToList();
        var found = await db.Set<Person>().Where(p => keys.Contains(p.NameKey)).Select(p => new { p.NameKey, p.OrganisationId, p.Id }).ToListAsync(ct);
        // A line that names no organisation speaks of the one who has that name, wherever they serve.
        var alone = found.Where(p => p.OrganisationId is null).Select(p => p.NameKey).ToHashSet(StringComparer.Ordinal);
        return found.SelectMany(p => p.OrganisationId is null || alone.Contains(p.NameKey) ? [$"{p.NameKey}|{p.OrganisationId}"] : new[] { $"{p.NameKey}|{p.OrganisationId}", p.NameKey + "|" }, (p, key) => (Key: key, p.Id))
            .ToLookup(p => p.Key, p => p.Id, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<Guid, Facts>> Load(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        loaded = await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var seats = HasSeats && ids.Count > 0 ? await mediator.Send(new SeatsOf.Query(ids), ct) : Enumerable.Empty<Seat>().ToLookup(_ => Guid.Empty);
        return loaded.ToDictionary(p => p.Key, p => new Facts()
            .With("Id", p.Key.ToString()).With("GivenName", p.Value.GivenName).With("FamilyName", p.Value.FamilyName).With("Standing", p.Value.Standing.ToString())
            .With("Title", p.Value.Title).With("OrganisationId", p.Value.OrganisationId?.ToString()).With("Email", p.Value.Email).With("Phone", p.Value.Phone)
            .With(Seats, Parts.Write(Ordered(seats[p.Key]))));
    }

    public Facts Merge(Facts? stored, Facts said)
    {
        var wanted = stored is null ? new Facts().With("Standing", nameof(Standing.Other)) : new Facts(stored);
        foreach (var (fact, value) in said) wanted.With(fact, fact == Seats ? Completed(wanted, value) : value);
        return wanted;
    }

    // A new mandate that says nobody whom it represents is held for the person's own organisation.
    private static string? Completed(Facts wanted, string said)
    {
        var stored = Parts.Read<Seat>(wanted.Get(Seats));
        return Parts.Write(Ordered(Parts.Union(stored, [.. Parts.Read<Seat>(said).Select(s => stored.Any(s.IsSame) ? s : s with { OrganisationId = s.OrganisationId ?? wanted.Id("OrganisationId") })], (old, seat) => old.IsSame(seat),
            (old, seat) => seat with { Precision = old.Precision, OrganisationId = seat.OrganisationId ?? old.OrganisationId, End = seat.End ?? old.End })));
    }

    public async Task Check(IReadOnlyList<ImportEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
        {
            foreach (var error in (await rules.ValidateAsync(Typed(entry.Wanted), ct)).Errors) entry.Refuse(error.PropertyName, error.ErrorMessage);
            if (entry.Id is { } known && loaded[known].ErasedAt is not null) entry.Refuse("", RuleSentences.For("person.erased"));
            if (!entry.Changes(Seats)) continue;
            var seats = Parts.Read<Seat>(entry.Wanted.Get(Seats));
            if (seats.Index().Any(one => seats.Skip(one.Index + 1).Any(one.Item.IsSame))) entry.Refuse("SeatStart", RuleSentences.For("mandate.twice"));
            foreach (var seat in seats.Except(Parts.Read<Seat>(entry.Stored?.Get(Seats))))
            {
                if (ends.TryGetValue(seat.BodyId, out var last) && (seat.End is null || seat.End > last)) entry.Refuse("SeatEnd", RuleSentences.For("body.ended"));
                foreach (var rule in seatRules)
                    foreach (var error in (await rule.ValidateAsync(new AddMandate.Command
                    {
                        BodyId = seat.BodyId, Function = seat.Function, Precision = seat.Precision, OrganisationId = seat.OrganisationId, Start = seat.Start, End = seat.End,
                    }, ct)).Errors) entry.Refuse(error.PropertyName is "Start" or "End" ? "Seat" + error.PropertyName : error.PropertyName, error.ErrorMessage);
            }
        }
        await CheckTwins([.. entries.Where(e => e.Changes("GivenName") || e.Changes("FamilyName") || e.Changes("Email"))], ct);
    }

    // An address is one person's. A name may be several's when their addresses or organisations say so.
    private async Task CheckTwins(List<ImportEntry> entries, CancellationToken ct)
    {
        string? Email(ImportEntry e) => e.Wanted.Get("Email")?.ToLowerInvariant();
        var (keys, mails) = (entries.Select(e => NameOf(e.Wanted)).ToList(), entries.Select(Email).OfType<string>().ToList());
        var near = await db.Set<Person>().AsNoTracking().Where(p => keys.Contains(p.NameKey) || mails.Contains(p.EmailKey!))
            .Select(p => new { p.Id, p.GivenName, p.FamilyName, p.NameKey, p.EmailKey, p.OrganisationId }).ToListAsync(ct);
        var (byName, byMail) = (near.ToLookup(p => p.NameKey, StringComparer.Ordinal), near.Where(p => p.EmailKey is not null).ToLookup(p => p.EmailKey!, StringComparer.Ordinal));
        foreach (var entry in entries)
        {
            var (email, organisation) = (Email(entry), entry.Wanted.Id("OrganisationId"));
            if (email is not null && byMail[email].FirstOrDefault(p => p.Id != entry.Id) is { } owner) entry.Refuse("Email", $"C’est déjà l’adresse de {owner.GivenName} {owner.FamilyName}.");
            else if (email is not null && !emails.TryAdd(email, entry.Line) && emails[email] != entry.Line) entry.Refuse("Email", $"Cette adresse est déjà à la ligne {emails[email]}.");
            else if (byName[NameOf(entry.Wanted)].Any(p => p.Id != entry.Id && !(email is not null && p.EmailKey is not null) && (organisation is null || p.OrganisationId is null || organisation == p.OrganisationId)))
                entry.Refuse("FamilyName", "Quelqu’un porte déjà ce nom. Si c’est la même personne, retrouvez les lignes par le nom ; si c’en est une autre, donnez son adresse ou son organisation.");
        }
    }

    public async Task<Guid> Write(Guid? id, Facts? stored, Facts wanted, CancellationToken ct)
    {
        var fields = Typed(wanted);
        var person = id is { } known ? loaded[known] : new Person(fields.GivenName!, fields.FamilyName!, fields.Standing!.Value);
        person.Name(fields.GivenName!, fields.FamilyName!);
        person.Serve(fields.Standing!.Value, fields.Title, fields.OrganisationId);
        person.Reach(fields.Email, fields.Phone);
        if (id is null)
        {
            db.Add(person);
            SearchTerms.Add(db, SearchKind.Person, person.Id, person.Searched);
        }
        else await SearchTerms.Replace(db, SearchKind.Person, person.Id, person.Searched, ct);
        if (stored?.Get(Seats) != wanted.Get(Seats))
            await mediator.Send(new SetSeats.Command(person.Id, person.OrganisationId, Parts.Read<Seat>(stored?.Get(Seats)), Parts.Read<Seat>(wanted.Get(Seats))), ct);
        return person.Id;
    }

    private static Fields Typed(Facts f) => new()
    {
        GivenName = f.Get("GivenName"), FamilyName = f.Get("FamilyName"), Standing = f.Choice<Standing>("Standing"), Title = f.Get("Title"),
        OrganisationId = f.Id("OrganisationId"), Email = f.Get("Email"), Phone = f.Get("Phone"),
    };

    // A mandate that the import gave and that a meeting has called by now.
    public async Task<IReadOnlySet<(Guid Id, string Fact)>> Served(IReadOnlyDictionary<Guid, Facts> back, CancellationToken ct)
    {
        if (!HasSeats) return new HashSet<(Guid, string)>();
        var called = await mediator.Send(new SeatsCalled.Query([.. back.Keys]), ct);
        return called.Where(p => Parts.Read<Seat>(back[p.Key].Get(Seats)) is var wanted && p.Any(seat => !wanted.Any(seat.IsSame))).Select(p => (p.Key, Seats)).ToHashSet();
    }

    public async Task<IReadOnlyDictionary<Guid, string>> TakeBack(IReadOnlyDictionary<Guid, Facts> made, CancellationToken ct)
    {
        var (ids, said) = (made.Keys.ToList(), new Dictionary<Guid, string>());
        if (HasSeats)
            foreach (var id in (await mediator.Send(new SeatsCalled.Query(ids), ct)).Select(s => s.Key)) said[id] = "Appelée à une réunion depuis l’import : elle reste dans l’espace.";
        var gone = ids.FindAll(id => !said.ContainsKey(id));
        foreach (var id in gone.Where(id => made[id].Get(Seats) is not null))
            await mediator.Send(new SetSeats.Command(id, null, Parts.Read<Seat>(made[id].Get(Seats)), []), ct);
        await db.SaveChangesAsync(ct);
        var kept = await Removal.Of<Person>(db, gone, ct);
        await SearchTerms.Forget(db, SearchKind.Person, gone.FindAll(id => !kept.Contains(id)), ct);
        foreach (var person in await db.Set<Person>().Where(p => kept.Contains(p.Id)).ToListAsync(ct))
        {
            person.Archive(clock.GetUtcNow());
            said[person.Id] = "Utilisée ailleurs depuis l’import : la fiche est archivée.";
        }
        return said;
    }

    public string Show(string fact, string value) => fact switch
    {
        "Standing" => EnumNames.Of(Enum.Parse<Standing>(value)),
        "OrganisationId" => names.GetValueOrDefault(Guid.Parse(value)) ?? "une organisation",
        Seats => Several.Join(Parts.Read<Seat>(value).Select(s =>
            $"{names.GetValueOrDefault(s.BodyId) ?? "instance"}, {EnumNames.Of(s.Function)}{(s.Precision is null ? "" : $" ({s.Precision})")} {(s.End is { } end ? $"du {French.Date(s.Start)} au {French.Date(end)}" : $"depuis le {French.Date(s.Start)}")}")),
        _ => value,
    };

    public string AddressOf(Guid id) => $"~/personnes/{id}";
}
