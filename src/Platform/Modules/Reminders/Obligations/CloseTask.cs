using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Obligations;

public enum TaskEnd : short
{
    [Display(Name = "C’est fait")] Done = 1,
    [Display(Name = "Sans objet cette fois", Description = "La prochaine échéance reviendra quand même.")] Dropped,
}

/// <summary>Says that a recurring task is done, or has no object this time. Its owner may, and whoever runs obligations.</summary>
public static class CloseTask
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<View>;

    /// <param name="MayClose">The asker may.</param>
    public sealed record View(Guid Id, Guid ObligationId, string Title, string? Member, DateOnly DueOn, DateOnly OpenedOn, DateOnly? DoneOn, DateOnly? DroppedOn, string? Note, string? ClosedBy, string? Details, string? Source,
        string? Owner, bool MayClose, DateOnly Today, Command Command)
    {
        public bool IsOpen => DoneOn is null && DroppedOn is null;
        public bool IsLate => IsOpen && DueOn < Today;
    }

    [AnyMember]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Ce qu’il en est")] public TaskEnd? End { get; init; }
        [Display(Name = "Le")] public DateOnly? On { get; init; }
        [Display(Name = "Note")] public string? Note { get; init; }
    }

    [AnyMember]
    public sealed record Reopen(Guid Id) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(CurrentTenant tenant, TimeProvider clock)
        {
            RuleFor(c => c.End).NotNull().IsInEnum();
            RuleFor(c => c.On).NotNull().Must(on => on is null || on <= tenant.Space.Today(clock)).WithMessage("Cette date est à venir.");
            RuleFor(c => c.Note).MaximumLength(ObligationTask.NoteLength);
            RuleFor(c => c.Note).NotEmpty().When(c => c.End == TaskEnd.Dropped).WithMessage("Dites pourquoi, en une phrase.");
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, CurrentUser user, Memberships memberships, TimeProvider clock, IMediator mediator)
        : IRequestHandler<Query, View>, IRequestHandler<Command, Unit>, IRequestHandler<Reopen, Unit>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var (task, of) = await Read(query.Id, ct);
            var names = await mediator.Send(new NamesOf.Query([task.OrganisationId, of.OwnerId]), ct);
            var today = tenant.Space.Today(clock);
            return new(task.Id, of.Id, of.Title, task.OrganisationId is { } member ? names[member].Name : null, task.DueOn, task.OpenedOn, task.DoneOn, task.DroppedOn, task.Note, task.ClosedBy, of.Details, of.Source,
                of.OwnerId is { } owner ? names[owner].Name : null, May(of), today, new Command { Id = task.Id, Version = task.Version, End = TaskEnd.Done, On = today });
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var (task, of) = await Read(c.Id, ct);
            if (!May(of)) throw new Forbidden(RemindersPermissions.Obligations);
            if (task.Version != c.Version) throw new Conflict();
            if (c.End == TaskEnd.Done) task.Done(of, c.On!.Value, c.Note, user.AccountId, user.Name);
            else task.Drop(of, c.On!.Value, c.Note!, user.AccountId, user.Name);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Reopen c, CancellationToken ct)
        {
            var (task, of) = await Read(c.Id, ct);
            if (!May(of)) throw new Forbidden(RemindersPermissions.Obligations);
            task.Reopen(of);
            return Unit.Value;
        }

        private bool May(Obligation of) => user.IsSystem || memberships.Known is { } me && (me.May(RemindersPermissions.Obligations) || (me.PersonId is { } person && person == of.OwnerId));

        private async Task<(ObligationTask Task, Obligation Of)> Read(Guid id, CancellationToken ct)
        {
            var found = await db.Set<ObligationTask>().AsTracking().Where(t => t.Id == id).Join(db.Set<Obligation>(), t => t.ObligationId, o => o.Id, (t, o) => new { t, o }).SingleOrDefaultAsync(ct)
                ?? throw new NotFound(nameof(ObligationTask));
            return (found.t, found.o);
        }
    }
}
