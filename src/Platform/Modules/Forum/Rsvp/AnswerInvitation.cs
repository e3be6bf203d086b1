using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Rsvp;

public enum Reply : short
{
    [Display(Name = "Je viens")] Yes = 1,
    [Display(Name = "Peut-être")] Maybe,
    [Display(Name = "Je ne viens pas")] No,
}

/// <summary>A guest says, from the mail and without an account, whether they come, with whom and to what; and changes it until answers close.</summary>
public static class AnswerInvitation
{
    /// <returns>False: the link serves no more, whatever the reason.</returns>
    [Anonymous]
    public sealed record Command : ICommand<bool>
    {
        public string? Secret { get; set; }
        [Display(Name = "Réponse")] public Reply? Answer { get; init; }
        [Display(Name = "Qui vous accompagne")] public List<string?> Companions { get; init; } = [];
        [Display(Name = "Séances")] public List<Guid> Sessions { get; init; } = [];
        [Display(Name = "Repas")] public bool Meal { get; init; }
        [Display(Name = "Besoins")] public string? Needs { get; init; }
        [Display(Name = "Note")] public string? Note { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Answer).NotNull().WithMessage("Dites si vous venez.").IsInEnum();
            RuleForEach(c => c.Companions).IsLine(ForumGuest.NameLength);
            RuleFor(c => c.Needs).MaximumLength(ForumGuest.NeedsLength);
            RuleFor(c => c.Note).MaximumLength(ForumGuest.NoteLength);
        }
    }

    internal sealed class Handler(PlatformDb db, GuestLinks links, Places places, TellGuests tell, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (await links.Act(c.Secret, ct) is not ({ } guest, { } edition)) return false;
            var (now, today) = (clock.GetUtcNow(), tenant.Space.Today(clock));
            var names = ForumCompanion.Names(c.Companions);
            // Those who were there before the number was lowered may stay.
            if (names.Count > Math.Max(edition.MostCompanions, guest.Seats - 1)) throw new Invalid(c, nameof(c.Companions), edition.MostCompanions == 0 ? "Cette invitation est pour une personne." : $"Au plus {edition.MostCompanions}.");
            var (before, held, seats) = (TellGuests.Said(guest), guest.Holds ? guest.Seats : 0, 1 + names.Count);
            guest.Confirm(GuestState.Sent, now);
            switch (c.Answer)
            {
                case Reply.No:
                    guest.Bring([]);
                    guest.Choose([]);
                    guest.Say(GuestState.Declined, today, c.Note);
                    break;
                case Reply.Maybe:
                    await Take(c, guest, names, false, ct);
                    guest.Say(GuestState.Maybe, today, c.Note);
                    break;
                default:
                    var free = await places.Free(edition, guest.Id, ct);
                    var fits = free is null || seats <= free || seats <= held;
                    // Whoever has a place does not lose it by asking for more than there are.
                    if (!fits && held > 0) throw new Invalid(c, nameof(c.Companions), free <= 1 ? "Il ne reste pas d’autre place." : free == 2 ? "Il ne reste qu’une place de plus." : $"Il ne reste que {free - 1} places de plus.");
                    await Take(c, guest, names, fits, ct);
                    if (fits) guest.Say(GuestState.Accepted, today, c.Note);
                    else guest.Wait(now, today, c.Note);
                    break;
            }
            guest.Need(c.Answer == Reply.No ? null : c.Meal, c.Needs);
            // A change of what comes with the guest is a change of the guest: two answers at once have two versions.
            db.Touch(guest);
            await db.SaveChangesAsync(ct);
            await tell.Answered(edition, guest, before, ct);
            if (held > (guest.Holds ? guest.Seats : 0)) await places.Fill(edition, ct);
            return true;
        }

        private async Task Take(Command c, ForumGuest guest, List<string> names, bool counts, CancellationToken ct)
        {
            var sessions = await Places.Choosable(db, guest.EditionId).Where(s => c.Sessions.Contains(s.Id)).Select(s => new { s.Id, s.Title, s.Day, s.StartMinute, s.EndMinute }).ToListAsync(ct);
            if (sessions.Count < c.Sessions.Distinct().Count()) throw new Invalid(c, nameof(c.Sessions), "Choisissez dans la liste.");
            foreach (var one in sessions)
                if (sessions.Find(o => o.Id != one.Id && o.Day == one.Day && o.StartMinute < one.EndMinute && one.StartMinute < o.EndMinute) is { } other)
                    throw new Invalid(c, nameof(c.Sessions), $"«\u00a0{one.Title}\u00a0» et «\u00a0{other.Title}\u00a0» ont lieu en même temps\u00a0: choisissez.");
            if (counts)
            {
                var left = await places.FreeIn(guest.EditionId, guest.Id, ct);
                // One’s own place in a room that was made smaller is not taken away.
                if (sessions.Find(s => left.TryGetValue(s.Id, out var free) && free < 1 + names.Count && !(guest.Holds && guest.Seats >= 1 + names.Count && guest.Choices.Exists(x => x.SessionId == s.Id))) is { } full)
                    throw new Invalid(c, nameof(c.Sessions), $"«\u00a0{full.Title}\u00a0» {left[full.Id] switch { <= 0 => "est complet", 1 => "n’a plus qu’une place", var more => $"n’a plus que {more} places" }}.");
            }
            guest.Bring(names);
            guest.Choose(c.Sessions);
        }
    }
}
