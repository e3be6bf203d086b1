using Microsoft.EntityFrameworkCore;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.Contract;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Governance;

/// <summary>A space with three members, an assembly where each has a seat, and people who can be written to.</summary>
internal sealed class Assembly
{
    private Assembly(World world) => World = world;

    public World World { get; }
    public Guid Body { get; private set; }
    public List<Guid> Members { get; } = [];
    public List<Guid> Elected { get; } = [];
    public Guid Substitute { get; private set; }

    public static async Task<Assembly> In(World world)
    {
        var assembly = new Assembly(world);
        assembly.Body = await world.Given(new SaveBody.Command { Name = "Assemblée générale", Kind = BodyKind.GeneralAssembly, Decides = true, CadencePerYear = 4 });
        foreach (var (name, n) in new[] { "Redon", "Nozay", "Blain" }.Select((n, i) => (n, i)))
        {
            var member = await world.Given(new RegisterOrganisation.Command { Name = name, Kind = OrganisationKind.Epci, Role = RoleKind.Member, Since = new(2020, 1, 1) });
            assembly.Members.Add(member);
            assembly.Elected.Add(await assembly.Enter("Claire", $"Élue{n + 1}", member));
            await world.Given(new AddMandate.Command { BodyId = assembly.Body, Function = n == 0 ? MandateFunction.President : MandateFunction.Titular, PersonId = assembly.Elected[n], Start = new(2020, 7, 1) });
        }
        assembly.Substitute = await assembly.Enter("Marc", "Suppléant", assembly.Members[1]);
        await world.Given(new AddMandate.Command { BodyId = assembly.Body, Function = MandateFunction.Substitute, PersonId = assembly.Substitute, Start = new(2020, 7, 1) });
        var rules = (await world.Given(new SetRules.Form(assembly.Body))).Command;
        await world.Given(rules with { Quorum = Quorum.MoreThanHalf });
        return assembly;
    }

    public Task<Guid> Enter(string given, string family, Guid organisation) => World.Given(new RegisterPerson.Command
    {
        GivenName = given, FamilyName = family, Standing = Standing.Elected, OrganisationId = organisation, Email = Email(family),
    });

    /// <summary>The account stands for that person.</summary>
    public static Task Seats(World world, Person who, Guid person) => world.Within(async db =>
    {
        var membership = await db.Memberships.SingleAsync(m => m.AccountId == who.AccountId);
        membership.StandFor(person);
        return membership;
    });

    public static string Email(string family) => $"{Platform.Kernel.Folding.Fold(family)}@example.org";

    /// <summary>A meeting with one point to inform and one to decide.</summary>
    public async Task<Guid> Meeting(int inDays = 10)
    {
        var meeting = await World.Given(new SaveMeeting.Command { BodyId = Body, Date = World.Space.Today(World.App.Clock).AddDays(inDays), Start = "18:00", End = "20:00", Place = "Redon" });
        var agenda = (await World.Given(new EditAgenda.Form(meeting))).Command;
        await World.Given(agenda with { Points = [new() { Title = "Avancement", Kind = AgendaKind.Information, Rank = 1 }, new() { Title = "Budget", Kind = AgendaKind.Decision, Rank = 2, Minutes = 30 }] });
        return meeting;
    }

    /// <summary>The session is open and these many of the three are there.</summary>
    public async Task<GetMeeting.Answer> Open(Guid meeting, int present = 3)
    {
        await World.Given(new HoldMeeting.Command { Id = meeting, Move = HoldMeeting.Move.Open });
        var seats = (await World.Given(new GetMeeting.Query(meeting))).Voters;
        await World.Given(new NotePresence.Command { Id = meeting, Lines = [.. seats.Select((s, i) => new NotePresence.Line { SeatId = s.Id, How = i < present ? Coming.Present : Coming.Absent })] });
        return await World.Given(new GetMeeting.Query(meeting));
    }
}
