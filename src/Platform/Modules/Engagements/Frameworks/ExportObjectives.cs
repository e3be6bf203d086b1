using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Every objective of the frameworks in force as a file, with where it stands.</summary>
public static class ExportObjectives
{
    [AnyMember]
    public sealed record Query(ListFile To) : IRequest<int>;

    private sealed record Row(string Framework, ListFrameworks.AxisRow? Axis, ObjectiveRow Objective);

    internal sealed class Handler(IMediator mediator, CurrentTenant tenant) : IRequestHandler<Query, int>
    {
        public async Task<int> Handle(Query query, CancellationToken ct)
        {
            var list = await mediator.Send(new ListFrameworks.Query(), ct);
            var words = tenant.Space.Words;
            IReadOnlyList<Column<Row>> columns =
            [
                new("objectif", "Objectif", r => r.Objective.Title),
                new("cadre", "Cadre", r => r.Framework),
                new("axe", "Axe", r => r.Axis is null ? null : $"{r.Axis.Number}. {r.Axis.Title}"),
                new("indicateur", "Indicateur", r => r.Objective.Indicator),
                new("unite", "Unité", r => r.Objective.Unit),
                new("sens", "Sens", r => EnumNames.Of(r.Objective.Direction)),
                new("depart", "Valeur de départ", r => r.Objective.Baseline, ColumnKind.Number),
                new("anneedepart", "Année de départ", r => r.Objective.BaselineYear, ColumnKind.Number),
                new("cible", "Cible", r => r.Objective.Target, ColumnKind.Number),
                new("anneecible", "Année de la cible", r => r.Objective.TargetYear, ColumnKind.Number),
                new("valeur", "Dernière valeur", r => r.Objective.LastValue, ColumnKind.Number),
                new("releve", "Relevée le", r => r.Objective.LastOn, ColumnKind.Date),
                new("situation", "Situation", r => r.Objective.At(list.Today).Badge(words.Objective).Text),
                new("engagements", "Engagements", r => r.Objective.Commitments, ColumnKind.Number),
                new("identifiant", "Identifiant", r => r.Objective.Id.ToString()),
            ];
            var rows = list.InForce.SelectMany(f => f.Parts, (f, part) => (f.Name, Part: part)).SelectMany(x => x.Part.Objectives, (x, o) => new Row(x.Name, x.Part.Axis, o));
            return await query.To.Write(Word.Capital(words.Objective.Plural), tenant.Space, list.Today, columns, rows.ToAsyncEnumerable(), ct);
        }
    }
}
