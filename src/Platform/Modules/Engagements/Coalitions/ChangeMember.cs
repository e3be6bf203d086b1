using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>A member's role and dates: it leaves on a day, or what was entered is put right.</summary>
public static class ChangeMember
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Form(Guid CoalitionId, Guid Id) : IRequest<Answer>;

    public sealed record Answer(string Coalition, string Organisation, Command Command);

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command : ICommand
    {
        public Guid CoalitionId { get; set; }
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Rôle")] public CoalitionRole? Role { get; init; }
        [Display(Name = "Arrivée")] public DateOnly? JoinedOn { get; init; }
        [Display(Name = "Départ")] public DateOnly? LeftOn { get; init; }

        internal static Command From(CoalitionMember m) => new()
        {
            CoalitionId = m.CoalitionId, Id = m.Id, Version = m.Version, Role = m.Role, JoinedOn = m.JoinedOn, LeftOn = m.LeftOn,
        };
    }

    /// <summary>It was entered by mistake: as if it had never been there, but for the journal.</summary>
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Remove(Guid CoalitionId, Guid Id) : ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Role).NotNull().IsInEnum();
            RuleFor(c => c.JoinedOn).NotNull();
            RuleFor(c => c.LeftOn).Must((c, left) => left is null || c.JoinedOn is null || left >= c.JoinedOn).WithMessage("Le départ vient avant l’arrivée.");
        }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Form, Answer>, IRequestHandler<Command, Unit>, IRequestHandler<Remove, Unit>
    {
        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var found = await db.Set<Coalition>().Where(c => c.Id == form.CoalitionId)
                .Select(c => new { c.Name, Member = c.Members.FirstOrDefault(m => m.Id == form.Id) }).SingleOrDefaultAsync(ct);
            var member = found?.Member ?? throw new NotFound(nameof(CoalitionMember));
            var names = await mediator.Send(new NamesOf.Query([member.OrganisationId]), ct);
            return new(found.Name, names[member.OrganisationId].Name, Command.From(member));
        }

        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var coalition = await db.ToChange(c.CoalitionId, x => x.Include(x => x.Members), ct);
            var member = coalition.Members.Find(m => m.Id == c.Id) ?? throw new NotFound(nameof(CoalitionMember));
            if (member.Version != c.Version) throw new Conflict(stored: Command.From(member), typed: c);
            coalition.Change(member, c.Role!.Value, c.JoinedOn!.Value, c.LeftOn);
            return Unit.Value;
        }

        public async Task<Unit> Handle(Remove c, CancellationToken ct)
        {
            var coalition = await db.ToChange(c.CoalitionId, x => x.Include(x => x.Members), ct);
            db.Remove(coalition.Members.Find(m => m.Id == c.Id) ?? throw new NotFound(nameof(CoalitionMember)));
            return Unit.Value;
        }
    }
}
