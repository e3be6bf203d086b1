using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>Enters an obligation (no <c>Id</c>) or changes it; what is to be open by now opens with it.</summary>
public static class SaveObligation
{
    [Needs(RemindersPermissions.Obligations)]
    public sealed record Form(Guid? Id) : IRequest<Filled>;

    public sealed record Filled(Command Command, IReadOnlyList<PersonOptions.Row> People);

    [Needs(RemindersPermissions.Obligations)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid? Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Intitulé")] public string? Title { get; init; }
        [Display(Name = "Revient")] public int? EveryMonths { get; init; } = 12;
        [Display(Name = "Prochaine échéance")] public DateOnly? NextOn { get; init; }
        [Display(Name = "Une tâche par membre")] public bool PerMember { get; init; }
        [Display(Name = "S’ouvre (jours avant)")] public int? LeadDays { get; init; } = Obligation.UsualLead;
        [Display(Name = "Responsable")] public Guid? OwnerId { get; init; }
        [Display(Name = "Ce qui est attendu")] public string? Details { get; init; }
        [Display(Name = "Texte qui l’impose")] public string? Source { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).IsNameLine(Obligation.TitleLength);
            RuleFor(c => c.EveryMonths).Must(m => m is { } months && Rhythms.Knows(months)).WithMessage("Choisissez un rythme dans la liste.");
            RuleFor(c => c.NextOn).NotNull();
            RuleFor(c => c.LeadDays).NotNull().InclusiveBetween(0, Obligation.LongestLead);
            RuleFor(c => c.Details).MaximumLength(Obligation.DetailsLength);
            RuleFor(c => c.Source).IsLine(Obligation.SourceLength);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Form, Filled>, IRequestHandler<Command, Guid>
    {
        public async Task<Filled> Handle(Form form, CancellationToken ct)
        {
            var stored = form.Id is not { } id ? null : From(await Read(id, ct));
            return new(stored ?? new Command { NextOn = tenant.Space.Today(clock).AddMonths(1) }, await mediator.Send(new PersonOptions.Query(stored?.OwnerId is { } owner ? [owner] : null), ct));
        }

        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var obligation = c.Id is { } id ? await Read(id, ct) : null;
            if (obligation is not null && obligation.Version != c.Version) throw new Conflict(stored: From(obligation), typed: c);
            var before = obligation is null ? null : From(obligation);
            var moved = before is null || before.NextOn != c.NextOn || before.EveryMonths != c.EveryMonths || before.PerMember != c.PerMember;
            if (moved && c.NextOn < today) throw new Invalid(c, nameof(c.NextOn), "Cette date est passée : donnez la prochaine.");
            if (c.OwnerId is { } owner && (await mediator.Send(new NamesOf.Query([owner]), ct)).GetValueOrDefault(owner) is not { IsPerson: true }) throw new Invalid(c, nameof(c.OwnerId), "Choisissez une personne de la liste.");
            if (obligation is null) db.Add(obligation = new Obligation(c.Title!));
            else obligation.Call(c.Title!);
            obligation.Describe(c.Details, c.Source, c.OwnerId, c.LeadDays!.Value);
            if (moved)
            {
                // What is open and not due yet follows the new calendar; what is late is still owed.
                db.RemoveRange(obligation.Tasks.Where(t => t.IsOpen && t.DueOn >= today));
                obligation.Recur(c.NextOn!.Value, c.EveryMonths!.Value, c.PerMember);
                await db.SaveChangesAsync(ct);
            }
            await OpenTasks.Of(db, mediator, [obligation], today, ct);
            return obligation.Id;
        }

        private async Task<Obligation> Read(Guid id, CancellationToken ct) =>
            await db.Set<Obligation>().AsTracking().Include(o => o.Tasks.Where(t => t.DoneOn == null && t.DroppedOn == null)).SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotFound(nameof(Obligation));

        private Command From(Obligation o)
        {
            var today = tenant.Space.Today(clock);
            return new()
            {
                Id = o.Id, Version = o.Version, Title = o.Title, EveryMonths = o.EveryMonths, PerMember = o.PerMember, LeadDays = o.LeadDays, OwnerId = o.OwnerId, Details = o.Details, Source = o.Source,
                NextOn = o.Tasks.Where(t => t.IsOpen && t.DueOn >= today).Select(t => (DateOnly?)t.DueOn).Min() ?? o.NextOn,
            };
        }
    }
}
