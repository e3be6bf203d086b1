using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Says more of a step: who answers for it, for when; or drops it, with the reason.</summary>
public static class EditMeasure
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Form(Guid CommitmentId, Guid Id) : IRequest<Answer>;

    public sealed record Answer(string Commitment, string Title, bool IsDone, DateOnly? DroppedOn, string? DropReason, Command Command,
        IReadOnlyList<OrganisationOptions.Row> Organisations, IReadOnlyList<PersonOptions.Row> People);

    [Needs(EngagementPermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public Guid CommitmentId { get; set; }
        public int Version { get; init; }
        [Display(Name = "Intitulé")] public string? Title { get; init; }
        [Display(Name = "Précisions")] public string? Details { get; init; }
        [Display(Name = "Organisation responsable")] public Guid? OrganisationId { get; init; }
        [Display(Name = "Personne responsable")] public Guid? PersonId { get; init; }
        [Display(Name = "Échéance")] public DateOnly? DueOn { get; init; }

        internal static Command From(Measure m) => new()
        {
            Id = m.Id, CommitmentId = m.CommitmentId, Version = m.Version, Title = m.Title, Details = m.Details,
            OrganisationId = m.OrganisationId, PersonId = m.PersonId, DueOn = m.DueOn,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).IsNameLine(Measure.TitleLength);
            RuleFor(c => c.Details).MaximumLength(Measure.DetailsLength);
        }
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator) : IRequestHandler<Form, Answer>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var measure = await Read(db, form.CommitmentId, form.Id, ct);
            var commitment = await db.Set<Commitment>().Where(c => c.Id == form.CommitmentId).Select(c => c.Title).SingleAsync(ct);
            return new(commitment, measure.Title, measure.DoneOn is not null, measure.DroppedOn, measure.DropReason, Command.From(measure),
                await mediator.Send(new OrganisationOptions.Query(measure.OrganisationId is { } o ? [o] : null), ct),
                await mediator.Send(new PersonOptions.Query(measure.PersonId is { } p ? [p] : null), ct));
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var measure = await Read(db, c.CommitmentId, c.Id, ct);
            if (measure.Version != c.Version) throw new Conflict(stored: Command.From(measure), typed: c);
            var names = await mediator.Send(new NamesOf.Query([c.OrganisationId, c.PersonId]), ct);
            if (c.OrganisationId is { } o && names.GetValueOrDefault(o)?.IsPerson != false) throw CommitmentWriting.Foreign(c, nameof(c.OrganisationId));
            if (c.PersonId is { } p && names.GetValueOrDefault(p)?.IsPerson != true) throw CommitmentWriting.Foreign(c, nameof(c.PersonId));
            measure.Describe(c.Title!, c.Details, c.OrganisationId, c.PersonId, c.DueOn);
            return Unit.Value;
        }
    }

    internal static async Task<Measure> Read(PlatformDb db, Guid commitmentId, Guid id, CancellationToken ct) =>
        await db.Set<Measure>().SingleOrDefaultAsync(m => m.Id == id && m.CommitmentId == commitmentId, ct) ?? throw new NotFound(nameof(Measure));
}

/// <summary>Declares a step done today, or takes that back. Who may give news may say it.</summary>
public static class FinishMeasure
{
    [Needs(EngagementPermissions.GiveNews)]
    public sealed record Command(Guid CommitmentId, Guid Id, bool IsDone) : ICommand<string>;

    internal sealed class Handler(PlatformDb db, IMediator mediator, Access.Memberships memberships, Access.CurrentUser user, Tenancy.CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command c, CancellationToken ct)
        {
            var measure = await EditMeasure.Read(db, c.CommitmentId, c.Id, ct);
            await Updates.NewsRight.Check(c.CommitmentId, db, mediator, memberships, ct);
            if (c.IsDone) measure.Done(tenant.Space.Today(clock), clock.GetUtcNow(), Author.Of(user));
            else
            {
                measure.Reopen();
                // What was checked is no longer said.
                if (await db.Set<Evidence.Verification>().AsTracking().SingleOrDefaultAsync(v => v.StandingKey == c.Id, ct) is { } verification)
                    verification.Withdraw(tenant.Space.Today(clock), user.Name, "Ce qui était déclaré fait ne l’est plus.");
            }
            return measure.Title;
        }
    }
}

/// <summary>Gives a step up, with the reason; it stays readable.</summary>
public static class DropMeasure
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public Guid CommitmentId { get; set; }
        [Display(Name = "Motif")] public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("Dites pourquoi en une phrase : ce motif restera dans l’historique.").MaximumLength(Measure.ReasonLength);
    }

    internal sealed class Handler(PlatformDb db, Tenancy.CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            (await EditMeasure.Read(db, c.CommitmentId, c.Id, ct)).Drop(tenant.Space.Today(clock), c.Reason!);
            return Unit.Value;
        }
    }
}

/// <summary>Moves a step one place up or down.</summary>
public static class MoveMeasure
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Command(Guid CommitmentId, Guid Id, bool Up) : ICommand;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var measures = await db.Set<Measure>().Where(m => m.CommitmentId == c.CommitmentId).OrderBy(m => m.Order).ThenBy(m => m.Id).ToListAsync(ct);
            var at = measures.FindIndex(m => m.Id == c.Id);
            if (at < 0) throw new NotFound(nameof(Measure));
            var to = at + (c.Up ? -1 : 1);
            if (to >= 0 && to < measures.Count) (measures[at], measures[to]) = (measures[to], measures[at]);
            // Numbered again as a whole: gaps and equal ranks of older rows heal.
            for (var i = 0; i < measures.Count; i++) measures[i].Rank(i + 1);
            return Unit.Value;
        }
    }
}
