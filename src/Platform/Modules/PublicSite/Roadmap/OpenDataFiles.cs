using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

/// <summary>Writes the public commitments as JSON and as CSV, batch after batch.</summary>
internal static class OpenDataFiles
{
    public sealed record Field(string Name, string Meaning, bool InJson = true, bool InCsv = true);

    /// <summary>What the two files hold, as the page of the open data says it. The columns of the CSV are these, in this order.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("identifiant", "Identifiant stable, le même d’une publication à l’autre."),
        new("numero", "Numéro dans l’espace."),
        new("intitule", "Ce qui est promis, en une ligne."),
        new("enonce", "Le texte de la promesse."),
        new("etat", "propose, adopte, en-cours, tenu, tenu-en-partie ou abandonne."),
        new("etat_depuis", "Jour depuis lequel il est dans cet état."),
        new("en_retard", "Vrai quand l’échéance est passée sans que ce soit clos. Calculé."),
        new("sans_nouvelles", "Vrai quand la nouvelle attendue n’est pas venue à temps. Calculé."),
        new("bloque", "Vrai quand la dernière nouvelle dit un blocage."),
        new("porteurs", "Organisations, la cheffe de file en tête ; séparées par « | » dans le CSV."),
        new("coalition", "Nom de la coalition qui porte, s’il y en a une."),
        new("theme", "Thème."),
        new("axe", "Axe d’un cadre public."),
        new("debut", "Jour du début."),
        new("echeance", "Jour de l’échéance."),
        new("avancement", "Pourcentage déclaré, de 0 à 100."),
        new("mesures_faites", "Combien de mesures sont faites."),
        new("mesures_total", "Sur combien, celles abandonnées mises à part."),
        new("preuve", "declare, documente (une pièce est jointe) ou verifie (la structure s’en est assurée)."),
        new("derniere_nouvelle", "Jour de la dernière nouvelle."),
        new("reponse_du_porteur", "Ce que le porteur répond au public."),
        new("reponse_du", "Jour de cette réponse."),
        new("adresse", "Page publique."),
        new("mesures", "Liste : intitule, echeance, faite_le, abandonnee_le.", InCsv: false),
        new("documents", "Liste : nom, adresse, de ce qui est montré au public.", InCsv: false),
        new("nouvelles", "Liste : date, situation, avancement, et texte s’il a été écrit pour le public.", InCsv: false),
    ];

    public static async Task Json(HttpContext http, IMediator mediator, Space space)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("espace", space.Name);
        json.WriteString("adresse", http.Request.Absolute(space, "~/"));
        json.WriteString("licence", EnumNames.Of(space.DataLicence));
        json.WriteString("licence_adresse", space.DataLicence.Address());
        json.WriteStartArray("engagements");
        await foreach (var record in All(mediator, http.RequestAborted))
        {
            Write(json, record, address => http.Request.Absolute(space, address));
            if (json.BytesPending > 32_768) await json.FlushAsync(http.RequestAborted);
        }
        json.WriteEndArray();
        await OpenSections.Json(json, http, mediator, space);
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    public static async Task Csv(HttpContext http, IMediator mediator, Space space)
    {
        var lines = Begin(http, $"engagements-{space.Identifier}", Fields.Where(f => f.InCsv));
        await foreach (var r in All(mediator, http.RequestAborted))
        {
            string?[] cells =
            [
                r.Id.ToString(), Number(r.Number), r.Title, r.Statement, r.State, Day(r.StateOn), Truth(r.IsLate), Truth(r.IsSilent), Truth(r.IsBlocked), string.Join(" | ", r.Holders), r.Coalition,
                r.Theme, r.Axis, Day(r.StartsOn), Day(r.DueOn), Number(r.Progress), Number(r.Steps.Count(s => s.DoneOn is not null)), Number(r.Steps.Count(s => s.DroppedOn is null)), r.Evidence, Day(r.LastNewsOn),
                r.Answer, Day(r.AnsweredOn), http.Request.Absolute(space, $"~/public/engagements/{r.Id}"),
            ];
            lines.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
            if (lines.Length <= 32_768) continue;
            await http.Response.WriteAsync(lines.ToString(), http.RequestAborted);
            lines.Clear();
        }
        await http.Response.WriteAsync(lines.ToString(), http.RequestAborted);
    }

    /// <summary>The answer is a file of that name; its first line, to be followed by others.</summary>
    internal static StringBuilder Begin(HttpContext http, string name, IEnumerable<Field> fields)
    {
        http.Response.ContentType = "text/csv; charset=utf-8; header=present";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        return new StringBuilder().AppendJoin(',', fields.Select(f => f.Name)).Append("\r\n");
    }

    /// <summary>Quoted when it must be. What a spreadsheet would run as a formula is made a text by an apostrophe (OWASP, CSV injection).</summary>
    internal static string Cell(string? text) => CsvWriter.Quoted(Formulas.Guard(text ?? ""), ',');

    private static async IAsyncEnumerable<ReadOpenData.Record> All(IMediator mediator, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            var batch = await mediator.Send(new ReadOpenData.Query(cursor), ct);
            foreach (var record in batch.Records) yield return record;
            cursor = batch.Next;
        } while (cursor is not null);
    }

    private static void Write(Utf8JsonWriter json, ReadOpenData.Record r, Func<string, string> absolute)
    {
        json.WriteStartObject();
        json.WriteString("identifiant", r.Id);
        json.WriteNumber("numero", r.Number);
        json.WriteString("intitule", r.Title);
        json.WriteString("enonce", r.Statement);
        json.WriteString("etat", r.State);
        json.WriteString("etat_depuis", Day(r.StateOn));
        json.WriteBoolean("en_retard", r.IsLate);
        json.WriteBoolean("sans_nouvelles", r.IsSilent);
        json.WriteBoolean("bloque", r.IsBlocked);
        json.WriteStartArray("porteurs");
        foreach (var holder in r.Holders) json.WriteStringValue(holder);
        json.WriteEndArray();
        json.WriteString("coalition", r.Coalition);
        json.WriteString("theme", r.Theme);
        json.WriteString("axe", r.Axis);
        json.WriteString("debut", Day(r.StartsOn));
        json.WriteString("echeance", Day(r.DueOn));
        Percent("avancement", r.Progress);
        json.WriteNumber("mesures_faites", r.Steps.Count(s => s.DoneOn is not null));
        json.WriteNumber("mesures_total", r.Steps.Count(s => s.DroppedOn is null));
        json.WriteString("preuve", r.Evidence);
        json.WriteString("derniere_nouvelle", Day(r.LastNewsOn));
        json.WriteString("reponse_du_porteur", r.Answer);
        json.WriteString("reponse_du", Day(r.AnsweredOn));
        json.WriteString("adresse", absolute($"~/public/engagements/{r.Id}"));
        json.WriteStartArray("documents");
        foreach (var document in r.Documents)
        {
            json.WriteStartObject();
            json.WriteString("nom", document.Name);
            json.WriteString("adresse", document.Address.StartsWith("~/", StringComparison.Ordinal) ? absolute(document.Address) : document.Address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("mesures");
        foreach (var step in r.Steps)
        {
            json.WriteStartObject();
            json.WriteString("intitule", step.Title);
            json.WriteString("echeance", Day(step.DueOn));
            json.WriteString("faite_le", Day(step.DoneOn));
            json.WriteString("abandonnee_le", Day(step.DroppedOn));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("nouvelles");
        foreach (var news in r.News)
        {
            json.WriteStartObject();
            json.WriteString("date", Day(news.On));
            json.WriteString("situation", news.Status);
            Percent("avancement", news.Progress);
            json.WriteString("texte", news.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();

        void Percent(string name, int? value)
        {
            if (value is { } percent) json.WriteNumber(name, percent);
            else json.WriteNull(name);
        }
    }

    internal static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Truth(bool yes) => yes ? "true" : "false";
}
