using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Organisations;

/// <summary>One act on many organisations: those ticked, or all that a filter leaves.</summary>
public static class ActOnOrganisations
{
    internal static Word Noun { get; } = new("organisation", "organisations", true);

    /// <summary>Before the act: how many, and which first.</summary>
    [Needs(MembersPermissions.Write)]
    public sealed record Form(ActOnMany.Which<ListOrganisations.Query> Which) : IRequest<Answer>;

    /// <param name="Archived">Among these.</param>
    public sealed record Answer(ActOnMany.Preview Ahead, int Archived, DateOnly Today);

    public abstract record Command : ICommand<ActOnMany.Outcome>
    {
        public ActOnMany.Which<ListOrganisations.Query>? Which { get; set; }
    }

    [Needs(MembersPermissions.Write)]
    public sealed record Rank : Command
    {
        [Display(Name = "Nature")] public OrganisationKind? Kind { get; init; }
    }

    [Needs(MembersPermissions.Write)]
    public sealed record Begin : Command
    {
        [Display(Name = "Rôle")] public RoleKind? Role { get; init; }
        [Display(Name = "Depuis le")] public DateOnly? Since { get; init; }
    }

    [Needs(MembersPermissions.Write)]
    public sealed record End : Command
    {
        [Display(Name = "Rôle")] public RoleKind? Role { get; init; }
        [Display(Name = "Dernier jour")] public DateOnly? On { get; init; }
    }

    [Needs(MembersPermissions.Write)]
    public sealed record File : Command
    {
        public bool Restore { get; init; }
    }

    /// <summary>Takes back an act, by its identifier: the last one of whoever asks.</summary>
    [Needs(MembersPermissions.Write)]
    public sealed record Undo(Guid Act) : ICommand<ActOnMany.Outcome>;

    internal sealed class RankValidator : AbstractValidator<Rank>
    {
        public RankValidator() => RuleFor(c => c.Kind).NotNull().IsInEnum();
    }

    internal sealed class BeginValidator : AbstractValidator<Begin>
    {
        public BeginValidator()
        {
            RuleFor(c => c.Role).NotNull().IsInEnum();
            RuleFor(c => c.Since).NotNull();
        }
    }

    internal sealed class EndValidator : AbstractValidator<End>
    {
        public EndValidator()
        {
            RuleFor(c => c.Role).NotNull().IsInEnum();
            RuleFor(c => c.On).NotNull();
        }
    }

    internal sealed class Handler(PlatformDb db, LastActs acts, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, Answer>, IRequestHandler<Rank, ActOnMany.Outcome>, IRequestHandler<Begin, ActOnMany.Outcome>, IRequestHandler<End, ActOnMany.Outcome>, IRequestHandler<File, ActOnMany.Outcome>, IRequestHandler<Undo, ActOnMany.Outcome>
    {
        private DateOnly Today => tenant.Space.Today(clock);

        public async Task<Answer> Handle(Form form, CancellationToken ct)
        {
            var found = Found(form.Which);
            return new(await ActOnMany.Ahead(found, found.OrderBy(o => o.NameKey).ThenBy(o => o.Id).Select(o => o.Name), ct), await found.CountAsync(o => o.ArchivedAt != null, ct), Today);
        }

        public Task<ActOnMany.Outcome> Handle(Rank c, CancellationToken ct) => Act(c, nameof(c.Kind), "rangé", $"sous «\u00a0{c.Kind!.Value.Name()}\u00a0»", o => o.Rank(c.Kind.Value), ct);

        public Task<ActOnMany.Outcome> Handle(Begin c, CancellationToken ct) => Act(c, nameof(c.Role), "inscrit", $"au rôle {Quoted(c.Role!.Value)} depuis le {French.Date(c.Since!.Value)}", o =>
        {
            if (o.TakeRole(c.Role.Value, c.Since.Value) is not { } role) return false;
            db.Add(role);
            return true;
        }, ct);

        public Task<ActOnMany.Outcome> Handle(End c, CancellationToken ct) =>
            Act(c, nameof(c.Role), "sorti", $"du rôle {Quoted(c.Role!.Value)} le {French.Date(c.On!.Value)}", o => o.EndRole(c.Role.Value, c.On.Value), ct);

        public Task<ActOnMany.Outcome> Handle(File c, CancellationToken ct) => Act(c, nameof(c.Restore), c.Restore ? "rétabli" : "archivé", c.Restore ? "dans les listes" : "", o =>
        {
            if (o.ArchivedAt is null == c.Restore) return false;
            if (c.Restore) o.Restore();
            else o.Archive(clock.GetUtcNow(), Today);
            return true;
        }, ct);

        public Task<ActOnMany.Outcome> Handle(Undo c, CancellationToken ct) => acts.Undo<Organisation>(c.Act, Noun, ct);

        private async Task<ActOnMany.Outcome> Act(Command c, string field, string act, string to, Func<Organisation, bool> change, CancellationToken ct)
        {
            var ids = await ActOnMany.Ids(Found(c.Which!).OrderBy(o => o.NameKey).Select(o => o.Id), c, field, ct);
            var found = await db.Set<Organisation>().Include(o => o.Roles).Where(o => ids.Contains(o.Id)).OrderBy(o => o.NameKey).ToListAsync(ct);
            return await acts.Keep<Organisation>(ActOnMany.Do(found, Noun, act, to, o =>
            {
                if (!change(o)) return false;
                // A role is a part: the sheet that somebody has open meanwhile must notice.
                db.Touch(o);
                return true;
            }, o => o.Name), ct);
        }

        private string Quoted(RoleKind role) => $"«\u00a0{tenant.Space.Words.Label(role)}\u00a0»";

        private IQueryable<Organisation> Found(ActOnMany.Which<ListOrganisations.Query> which) => which.In(db.Set<Organisation>(), filter => ListOrganisations.Filtered(db, filter, Today));
    }
}
