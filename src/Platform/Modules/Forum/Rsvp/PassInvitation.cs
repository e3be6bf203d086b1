using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Rsvp;

/// <summary>A guest who cannot come passes the invitation on, once: a substitute gets one of their own, and the place is kept for them for a while.
/// The answer is the same when the substitute is invited already: a guest learns nothing of the list.</summary>
public static class PassInvitation
{
    /// <returns>False: the link serves no more, whatever the reason.</returns>
    [Anonymous]
    public sealed record Command : ICommand<bool>
    {
        public string? Secret { get; set; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Adresse électronique")] public string? Email { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().IsLine(ForumGuest.NameLength);
            RuleFor(c => c.Email).NotEmpty().IsEmail(ForumGuest.EmailLength);
        }
    }

    internal sealed class Handler(PlatformDb db, GuestLinks links, Places places, TellGuests tell, GuestLetters letters, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (await links.Act(c.Secret, ct) is not ({ } guest, { } edition)) return false;
            var (now, today, key) = (clock.GetUtcNow(), tenant.Space.Today(clock), ForumGuest.Key(c.Email!));
            if (key == guest.EmailKey) throw new Invalid(c, nameof(c.Email), "C’est votre adresse\u00a0: donnez celle de la personne qui vous remplace.");
            var held = guest.Holds;
            guest.Confirm(GuestState.Sent, now);
            guest.Bring([]);
            guest.Choose([]);
            guest.Say(GuestState.Delegated, today, guest.Note);
            if (!await db.Set<ForumGuest>().AnyAsync(g => g.EditionId == edition.Id && g.EmailKey == key, ct))
            {
                var substitute = new ForumGuest(edition.Id, c.Email!.Trim(), c.Name, guest.Organisation, null, guest.OrganisationId, null, GuestSource.Delegation);
                substitute.Replace(guest);
                substitute.Queue(now);
                if (held && edition.Capacity is not null)
                {
                    substitute.Wait(now, today, null);
                    substitute.Offer(places.Until(edition));
                }
                db.Add(substitute);
                Mail.Queue(db, tenant.Space, letters.Passed(tenant.Space, edition, substitute, guest.Name));
            }
            await db.SaveChangesAsync(ct);
            tell.NotComing(edition, guest, c.Name);
            if (held) await places.Fill(edition, ct);
            return true;
        }
    }
}
