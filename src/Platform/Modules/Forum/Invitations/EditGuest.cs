using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

/// <summary>One guest: the name put right, the group, and the answer that came by telephone or in the corridor.</summary>
public static class EditGuest
{
    [Needs(ForumPermissions.Organise)]
    public sealed record Form(Guid EditionId, Guid Id) : IRequest<Filled>;

    public sealed record Filled(Command Command, string Edition, string Shown, string Email, GuestState State, GuestSource Source, DateTimeOffset? InvitedAt, string? Trouble, int Times, IReadOnlyList<AddGuests.Choice> Groups);

    /// <summary>Answers that somebody may note.</summary>
    public enum Said : short
    {
        [Display(Name = "Pas encore")] Nothing = 1,
        [Display(Name = "Vient")] Accepted,
        [Display(Name = "Peut-être")] Maybe,
        [Display(Name = "Ne vient pas")] Declined,
        [Display(Name = "Se fait remplacer")] Delegated,
        [Display(Name = "En liste d’attente")] Waiting,
        [Display(Name = "Retirer de la liste")] Cancelled,
    }

    [Needs(ForumPermissions.Organise)]
    public sealed record Command : ICommand
    {
        public Guid EditionId { get; set; }
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Organisation")] public string? Organisation { get; init; }
        [Display(Name = "Groupe")] public Guid? GroupId { get; init; }
        [Display(Name = "Réponse")] public Said? Answer { get; init; }
        [Display(Name = "Note")] public string? Note { get; init; }

        internal static Command From(ForumGuest g) => new()
        {
            EditionId = g.EditionId, Id = g.Id, Version = g.Version, Name = g.Name, Organisation = g.Organisation, GroupId = g.GroupId, Note = g.Note,
            Answer = g.Answer is { } a && Enum.TryParse<Said>(a.ToString(), out var said) ? said : Said.Nothing,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsLine(ForumGuest.NameLength);
            RuleFor(c => c.Organisation).IsLine(ForumGuest.OrganisationLength);
            RuleFor(c => c.Answer).NotNull().IsInEnum();
            RuleFor(c => c.Note).IsLine(ForumGuest.NoteLength);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Unit>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var g = await Find(form.EditionId, form.Id, ct);
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == form.EditionId).Select(e => e.Title).SingleAsync(ct);
            var groups = await db.Set<ForumGroup>().Where(x => x.EditionId == form.EditionId).OrderBy(x => x.NameKey).Select(x => new AddGuests.Choice(x.Id, x.Name)).ToListAsync(ct);
            return new(Command.From(g), edition, g.Name ?? g.Email, g.Email, g.State, g.Source, g.InvitedAt, g.Trouble, g.Times, groups);
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var guest = await Find(c.EditionId, c.Id, ct);
            if (guest.Version != c.Version) throw new Conflict(stored: Command.From(guest), typed: c);
            if (c.GroupId is { } id && id != guest.GroupId)
            {
                var group = await db.Set<ForumGroup>().SingleOrDefaultAsync(g => g.Id == id && g.EditionId == c.EditionId, ct) ?? throw new Invalid(c, nameof(c.GroupId), "Choisissez dans la liste.");
                var states = await db.Set<ForumGuest>().Where(g => g.GroupId == id).Select(g => g.State).ToListAsync(ct);
                if (group.Quota <= states.Count(ForumGuest.Counts)) throw new Invalid(c, nameof(c.GroupId), $"Ce groupe a ses {group.Quota} invités.");
            }
            guest.Call(c.Name, c.Organisation);
            guest.Into(c.GroupId);
            GuestState? answer = c.Answer == Said.Nothing ? null : Enum.Parse<GuestState>(c.Answer!.Value.ToString());
            // Noted at the door: nobody takes it back by editing a name.
            if (guest.Answer == GuestState.Attended && answer is null) answer = GuestState.Attended;
            guest.Say(answer, tenant.Space.Today(clock), c.Note);
            if (guest.State == GuestState.Cancelled) await Mail.Withdraw(db, $"{GuestLetters.Prefix}{guest.Id}:", "La personne a été retirée de la liste", ct);
            return Unit.Value;
        }

        private async Task<ForumGuest> Find(Guid editionId, Guid id, CancellationToken ct) => await db.Set<ForumGuest>().SingleOrDefaultAsync(g => g.Id == id && g.EditionId == editionId, ct) ?? throw new NotFound(nameof(ForumGuest));
    }
}
