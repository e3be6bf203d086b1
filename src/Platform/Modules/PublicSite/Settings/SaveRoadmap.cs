using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Settings;

/// <summary>Opens or closes the public road map. Whoever opens it has the list of what everybody will read before their eyes.</summary>
public static class SaveRoadmap
{
    [Needs(TenancyPermissions.Settings)]
    public sealed record Form : IRequest<View>;

    /// <param name="Commitments">The first of what everybody would read.</param>
    public sealed record View(Command Current, Totals Totals, IReadOnlyList<Card> Commitments, IReadOnlyList<string> Frameworks, IReadOnlyList<string> Coalitions);

    [Needs(TenancyPermissions.Settings)]
    public sealed record Command : ICommand<Unit>, IChangesSpace
    {
        public int Version { get; init; }
        [Display(Name = "Feuille de route publique")] public bool HasRoadmap { get; init; }
        [Display(Name = "Présentation")] public string? Text { get; init; }
        [Display(Name = "Licence des données ouvertes")] public OpenLicence? Licence { get; init; } = OpenLicence.Etalab;

        internal static Command From(Tenant t) => new() { Version = t.Version, HasRoadmap = t.HasRoadmap, Text = t.RoadmapText, Licence = t.DataLicence };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).MaximumLength(Tenant.RoadmapTextLength);
            RuleFor(c => c.Licence).NotNull().IsInEnum();
        }
    }

    internal sealed class FormHandler(PlatformDb db, IMediator mediator, CurrentTenant tenant) : IRequestHandler<Form, View>
    {
        public async Task<View> Handle(Form form, CancellationToken ct)
        {
            var list = await mediator.Send(new ListPublicCommitments.Query(new RoadmapFilter()), ct);
            return new(Command.From(await db.Tenants.AsNoTracking().SingleAsync(t => t.Id == tenant.Id, ct)), list.All, list.Page.Rows,
                [.. (await mediator.Send(new ListPublicFrameworks.Query(), ct)).Select(f => f.Name)], [.. (await mediator.Send(new ListPublicCoalitions.Query(), ct)).Select(c => c.Name)]);
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var space = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
            if (space.Version != c.Version) throw new Conflict(stored: Command.From(space), typed: c);
            space.Publish(c.HasRoadmap, c.Text, c.Licence!.Value);
            return Unit.Value;
        }
    }
}
