using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

/// <summary>Some days before a member's council, those who sit for the member get what it has to take up. Run again, it sends nothing twice.</summary>
public static class SendBriefings
{
    /// <summary>How many days before.</summary>
    public const int Ahead = 7;

    [System]
    public sealed record Command : ICommand<int>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator, MailSettings mails) : IRequestHandler<Command, int>
    {
        /// <returns>How many mails were written now.</returns>
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var until = today.AddDays(Ahead);
            var lines = await db.Set<CascadeLine>().Where(l => l.State == CascadeState.OnAgenda && l.CouncilOn >= today && l.CouncilOn <= until)
                .Join(db.Set<Decision>(), l => l.DecisionId, d => d.Id, (l, d) => new { l.OrganisationId, On = l.CouncilOn!.Value, d.Code, d.Title, d.Expected, d.Date }).OrderBy(x => x.Date).ToListAsync(ct);
            if (lines.Count == 0) return 0;
            var root = mails.Root(tenant.Space);
            var speakers = (await Speakers.Of(db, mediator, [.. lines.Select(l => l.OrganisationId).Distinct()], today, ct)).ToLookup(s => s.Member, s => s.Person);
            var (letters, words) = (new List<Letter>(), tenant.Space.Words);
            foreach (var council in lines.GroupBy(l => (l.OrganisationId, l.On)))
            {
                var worrying = (await mediator.Send(new HeldBy.Query(council.Key.OrganisationId), ct)).Worrying;
                List<LetterPart> parts = [new("À examiner", null, [.. council.Select(l => $"{(l.Code is null ? "" : l.Code + " ")}{l.Title}{(l.Expected is null ? "" : $" : {l.Expected}")}")])];
                if (worrying.Count > 0) parts.Add(new($"{Word.Capital(words.Commitment.Plural)} à surveiller", null, [.. worrying.Select(r => $"{r.Title} : {Word.Lower(r.Badge.Text)}{(r.DueOn is { } due ? $", échéance le {French.Date(due)}" : "")}")]));
                foreach (var person in speakers[council.Key.OrganisationId])
                    letters.Add(new Letter($"conseil:{council.Key.OrganisationId}:{council.Key.On:yyyyMMdd}:{person.Id}", MailCategory.Decisions, person.Name, person.Email!,
                        $"Conseil du {French.Date(council.Key.On)} : ce qu’il doit examiner", $"Mémo du conseil du {French.Date(council.Key.On)}, pour {person.Name}",
                        [$"Votre conseil se réunit le {French.Date(council.Key.On)}. {French.Count(council.Count(), "décision prise ensemble l’attend", "décisions prises ensemble l’attendent")}."])
                    {
                        Parts = parts,
                        Act = root is null ? null : new("Ouvrir le mémo à imprimer", $"{root}/membres/{council.Key.OrganisationId}/conseil", false), SubjectId = council.Key.OrganisationId, IsDirect = true,
                        After = ["La page s’ouvre avec votre accès à l’espace ; sans accès, ce message dit l’essentiel, et une réponse suffit pour dire ce que le conseil a fait."],
                        NotAfter = tenant.Space.Dawn(council.Key.On.AddDays(1)),
                    });
            }
            return await Mail.QueueOnce(db, tenant.Space, letters, ct);
        }
    }
}
