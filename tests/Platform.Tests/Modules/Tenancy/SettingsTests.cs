using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Tenancy;

public sealed class SettingsTests
{
    private static readonly string[] Pages = ["/parametres", "/parametres/logo", "/parametres/modules", "/parametres/vocabulaire", "/parametres/informations-legales", "/premiers-pas"];

    [Fact]
    public async Task Only_who_administers_the_space_sets_it()
    {
        var world = await World.New();
        foreach (var page in Pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await world.Alice.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(page)).StatusCode);
            Assert.StartsWith($"/{world.Space.Identifier}/connexion?retour=", (await world.Nobody.Get(page)).Headers.Location?.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_saved_is_seen_on_the_next_page_and_written_in_the_journal()
    {
        var world = await World.New();
        var saved = await world.Alice.Submit("/parametres", Brand("Entente des Deux-Rives", "#7a1f1f"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var home = await world.Nobody.Open("/");
        Assert.Contains("Entente des Deux-Rives", home.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("--accent:#7a1f1f", home.Head!.InnerHtml, StringComparison.Ordinal);
        var journal = (await world.Alice.Open("/journal?quoi=Tenant")).Body!.TextContent;
        Assert.Contains("Espace d’essai", journal, StringComparison.Ordinal);
        Assert.Contains("#7a1f1f", journal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Accent", "#f5c400", "pas assez foncée")]
    [InlineData("Input.Accent", "rouge", "pas assez foncée")]
    [InlineData("Input.Siren", "123456789", "neuf chiffres")]
    [InlineData("Input.TimeZone", "Mars/Olympus", "liste")]
    [InlineData("Input.Name", "", "remplir")]
    [InlineData("Input.SenderName", "Alliance <x@example.org>", "nom seulement")]
    public async Task A_value_that_cannot_be_is_refused_beside_its_field_and_kept(string field, string value, string sentence)
    {
        var world = await World.New();
        var answer = await world.Alice.Submit("/parametres", Brand("Entente", "#7a1f1f").Where(f => f.Key != field).Append(new(field, value)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Person.Read(answer);
        Assert.Contains(sentence, page.GetElementById(field.Replace('.', '_') + "_error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(field == "Input.Name" ? "" : "Entente", page.GetElementById("Input_Name")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Somebody_elses_version_is_shown_before_it_is_overwritten()
    {
        var world = await World.New();
        await world.Alice.Submit("/parametres", Brand("Première version", "#7a1f1f"));
        var late = await world.Alice.Submit("/parametres", Brand("Seconde version", "#7a1f1f").Append(new("Input.Version", "0")));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Person.Read(late);
        Assert.Contains("Première version", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Seconde version", page.GetElementById("Input_Name")!.GetAttribute("value"));
        Assert.Equal("1", page.GetElementById("Input_Version")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("%231d4f91", "Le texte se lit bien")]
    [InlineData("%23f5c400", "Il en faut 4,5")]
    [InlineData("bleu", "Écrivez la couleur ainsi")]
    public async Task A_colour_is_checked_while_it_is_chosen(string colour, string sentence)
    {
        var world = await World.New();
        var answer = await world.Alice.Open($"/parametres?handler=Accent&Input.Accent={colour}");
        Assert.Contains(sentence, answer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_that_is_off_has_no_page_and_keeps_what_it_holds()
    {
        var world = await World.New();
        var off = await world.Alice.Submit("/parametres/modules", [new("Input.On", "engagements"), new("Input.On", "cadres"), new("Input.On", "instances")]);
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Alice.Get("/coalitions")).StatusCode);
        Assert.Null((await world.Alice.Open("/parametres")).QuerySelector($"a[href='/{world.Space.Identifier}/coalitions']"));
        await world.Alice.Submit("/parametres/modules", SpaceModules.All.Select(m => KeyValuePair.Create("Input.On", m.Code)));
        Assert.Equal(HttpStatusCode.OK, (await world.Alice.Get("/coalitions")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Alice.Submit("/parametres/modules", [new("Input.On", "inconnu")])).StatusCode);
    }

    [Fact]
    public async Task The_pages_speak_with_the_words_of_the_space()
    {
        var world = await World.New();
        var fields = await Words(world);
        fields["Input.Words[0].Singular"] = "piste";
        fields["Input.Words[0].Plural"] = "pistes";
        fields["Input.Words[0].Gender"] = "Feminine";
        Assert.Equal(HttpStatusCode.Redirect, (await world.Alice.Submit("/parametres/vocabulaire", fields)).StatusCode);
        Assert.Contains("Pistes", (await world.Alice.Open("/engagements")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var back = await world.Alice.Submit("/parametres/vocabulaire", (await Words(world)).Append(new("Input.Reset", "true")));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Contains("Engagements", (await world.Alice.Open("/engagements")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>piste</b>", "pistes", "Singular")]
    [InlineData("piste", "", "Plural")]
    [InlineData("une bien trop longue expression de la langue", "pistes", "Singular")]
    public async Task A_word_that_is_none_is_refused(string singular, string plural, string field)
    {
        var world = await World.New();
        var fields = await Words(world);
        (fields["Input.Words[0].Singular"], fields["Input.Words[0].Plural"]) = (singular, plural);
        var answer = await world.Alice.Submit("/parametres/vocabulaire", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Person.Read(answer)).QuerySelector($"[id='Input_Words_0__{field}_error']"));
    }

    [Fact]
    public async Task A_logo_is_shown_kept_by_browsers_and_removed()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get("/logo")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Sends(world, Png(64, 64))).StatusCode);
        var source = (await world.Nobody.Open("/")).QuerySelector(".monogram img")!.GetAttribute("src")!;
        var shown = await world.Nobody.Client.GetAsync(source);
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", shown.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Png(64, 64), await shown.Content.ReadAsByteArrayAsync());
        await world.Alice.Submit("/parametres/logo", [new("Input.Remove", "true")]);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get("/logo")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_no_small_picture_is_refused()
    {
        var world = await World.New();
        foreach (var file in new[] { "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray(), [], Png(3000, 10), [.. Png(64, 64), .. new byte[LogoFile.MaxBytes]], "GIF89a"u8.ToArray() })
        {
            var answer = await Sends(world, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotNull((await Person.Read(answer)).QuerySelector("#Input_File_error"));
        }
    }

    [Fact]
    public async Task Legal_information_is_published_and_conformity_follows_from_the_audit()
    {
        var world = await World.New();
        var tomorrow = world.Space.Today(world.App.Clock).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var yesterday = world.Space.Today(world.App.Clock).AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var early = await world.Alice.Submit("/parametres/informations-legales", [new("Input.AuditedOn", tomorrow), new("Input.Score", "75")]);
        Assert.NotNull((await Person.Read(early)).QuerySelector("#Input_AuditedOn_error"));
        var half = await world.Alice.Submit("/parametres/informations-legales", [new("Input.AuditedOn", yesterday)]);
        Assert.NotNull((await Person.Read(half)).QuerySelector("#Input_Score_error"));

        var saved = await world.Alice.Submit("/parametres/informations-legales", [new("Input.AuditedOn", yesterday), new("Input.Score", "75"), new("Input.Publisher", "Syndicat des Deux-Rives"), new("Input.DataContact", "dpo@example.org")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("partiellement conforme", (await world.Nobody.Open("/accessibilite")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Syndicat des Deux-Rives", (await world.Nobody.Open("/mentions-legales")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await world.Nobody.Open("/donnees-personnelles")).QuerySelector("a[href='mailto:dpo@example.org']"));
        var late = await world.Alice.Submit("/parametres/informations-legales", [new("Input.Version", "-1"), new("Input.Publisher", "Un autre")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task A_suspended_space_is_nowhere_and_comes_back()
    {
        var world = await World.New();
        await world.Given(new ChangeTenantState.Command(world.Space.Identifier, TenantState.Suspended));
        foreach (var page in new[] { "/", "/connexion", "/tableau-de-bord", "/logo" }) Assert.Equal(HttpStatusCode.NotFound, (await world.Alice.Get(page)).StatusCode);
        await world.App.Services.GetRequiredService<TenantScopes>().RunOutside("test", s =>
            s.GetRequiredService<Platform.Kernel.IMediator>().Send(new ChangeTenantState.Command(world.Space.Identifier, TenantState.Active)));
        Assert.Equal(HttpStatusCode.OK, (await world.Alice.Get("/tableau-de-bord")).StatusCode);
    }

    private static List<KeyValuePair<string, string>> Brand(string name, string accent) =>
        [new("Input.Name", name), new("Input.Accent", accent), new("Input.TimeZone", "Indian/Reunion"), new("Input.Siren", ""), new("Input.IsListed", "true")];

    private static async Task<Dictionary<string, string>> Words(World world) => (await world.Alice.Open("/parametres/vocabulaire"))
        .QuerySelectorAll("[name^='Input.Words']").ToDictionary(e => e.GetAttribute("name")!, e => e.GetAttribute("value") ?? e.QuerySelector("[selected]")!.GetAttribute("value")!);

    private static async Task<HttpResponseMessage> Sends(World world, byte[] file)
    {
        var page = await world.Alice.Open("/parametres/logo");
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[enctype] [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { content, "Input.File", "logo.png" },
        };
        return await world.Alice.Client.PostAsync($"/{world.Space.Identifier}/parametres/logo", form);
    }

    internal static byte[] Png(int width, int height)
    {
        byte[] file = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        return file;
    }
}
