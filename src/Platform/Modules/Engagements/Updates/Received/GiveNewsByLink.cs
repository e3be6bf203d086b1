using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Engagements.Commitments.Standing;

namespace Platform.Modules.Engagements.Updates;

/// <summary>A referent answers from the mail, without an account. Opening changes nothing, however often; sending records news to be validated,
/// and uses the link up.</summary>
public static class GiveNewsByLink
{
    /// <summary>Null: the link serves no more, whatever the reason.</summary>
    [Anonymous]
    public sealed record Form(string? Secret) : IRequest<View?>;

    /// <summary>What its holder may read: this commitment and nothing else.</summary>
    public sealed record View(string Name, string Title, string? Statement, string Sentence, Last? News, Command Suggested);

    public sealed record Last(DateOnly On, string Text);

    /// <returns>False: the link serves no more, whatever the reason.</returns>
    [Anonymous]
    public sealed record Command : ICommand<bool>
    {
        public string? Secret { get; set; }
        public Guid FormKey { get; init; }
        [Display(Name = "Situation")] public UpdateStatus? Status { get; init; }
        [Display(Name = "Nouvelle")] public string? Text { get; init; }
        [Display(Name = "Avancement")] public int? Progress { get; init; }
        [Display(Name = "Fichiers")] public List<IFormFile> Files { get; init; } = [];
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Status).NotNull().WithMessage("Dites où cela en est.").IsInEnum();
            RuleFor(c => c.Text).NotEmpty().WithMessage("Une phrase suffit, mais il en faut une.").MaximumLength(Update.TextLength);
            RuleFor(c => c.Progress).InclusiveBetween(0, 100).WithMessage("De 0 à 100.");
        }
    }

    internal sealed class FormHandler(PlatformDb db, NewsLinks links, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, View?>
    {
        public async Task<View?> Handle(Form form, CancellationToken ct)
        {
            if (await links.Find(form.Secret, ct) is not ({ UsedAt: null }, var c, var name)) return null;
            var standing = new Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked);
            var last = await Update.Standing(db).Where(u => u.CommitmentId == c.Id)
                .OrderByDescending(u => u.HappenedOn).ThenByDescending(u => u.RecordedAt).Select(u => new Last(u.HappenedOn, u.Text)).FirstOrDefaultAsync(ct);
            return new(name, c.Title, c.Statement, standing.Sentence(tenant.Space.Words.Commitment, c.StateOn, c.AliveSince, tenant.Space.Today(clock)), last,
                new() { FormKey = Guid.CreateVersion7(), Status = UpdateStatuses.Proposed(c.IsBlocked), Progress = c.Progress });
        }
    }

    internal sealed class Handler(PlatformDb db, NewsLinks links, CurrentUser user, CurrentTenant tenant, MailSettings mail, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (await links.Find(c.Secret, ct) is not var (link, about, name)) return false;
            // Pressed twice: the second waits here for the first, and finds it done.
            await db.Lock<PersonalLink>(link.Id, ct);
            if (await db.Set<ReceivedNews>().AsNoTracking().SingleOrDefaultAsync(n => n.LinkId == link.Id, ct) is { } already) return already.FormKey == c.FormKey;
            if (link.UsedAt is not null) return false;
            user.AnswersByLink(link.Holder, name);
            var now = clock.GetUtcNow();
            var news = db.Add(new ReceivedNews(about, link, c.FormKey, c.Status!.Value, c.Progress, c.Text!, now, tenant.Space.On(now))).Entity;
            link.Use(now);
            await Filing.Put(db, c, nameof(c.Files), new Place(null, null, null, null) { ReceivedNewsId = news.Id }, c.Files, Author.Of(user), now, ct);
            await Tell(about, news, name, ct);
            return true;
        }

        /// <summary>Whoever follows the commitment for the space has something to do: its own facilitator, its coalition's, else the space's. An answer that nobody hears of is never read.</summary>
        private async Task Tell(Commitment about, ReceivedNews news, string name, CancellationToken ct)
        {
            var space = tenant.Space;
            if (!mail.Delivers(space)) return;
            var today = space.Today(clock);
            IReadOnlyList<Guid> follow = about.FacilitatorId is { } own ? [own]
                : await CoalitionFacilitator.On(db, today).Where(f => f.CoalitionId == about.CoalitionId && f.PersonId != null).Select(f => f.PersonId!.Value).ToListAsync(ct);
            List<(Guid Id, string Name, string Email)> told = [.. (await AddressesOf.Read(db, follow, ct)).Where(f => f.Email is not null && f.Id != news.PersonId).Select(f => (f.Id, f.Name, f.Email!))];
            if (told.Count == 0) told = [.. (await StaffOf.Read(db, space.Id, Roles.Facilitator, ct)).Where(s => s.Id != news.PersonId).Select(s => (s.Id, s.Name, s.Email))];
            foreach (var follower in told.DistinctBy(t => t.Id))
                Mail.Queue(db, space, new Letter($"received:{news.Id}:{follower.Id}", MailCategory.News, follower.Name, follower.Email, $"À valider\u00a0: {about.Title}", $"Nouvelle reçue de {name}",
                    [$"{name} a répondu au message qui lui demandait des nouvelles de « {about.Title} »\u00a0:", news.Text, "Rien n’est publié tant que vous n’avez pas accepté."])
                {
                    SubjectId = about.Id, About = about.Title, IsDirect = true, Act = new("Lire et valider", $"{mail.Root(space)}/nouvelles/{news.Id}", IsSecret: false),
                });
        }
    }
}
