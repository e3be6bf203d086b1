using System.Net;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Updates;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Evidence;

public sealed class VerificationTests
{
    [Fact]
    public async Task Declared_then_documented_then_verified_by_somebody_who_says_how()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        async Task<EvidenceLevel> Level() => (await world.Bob.Sends(new ShowCommitment.Query(id))).Evidence;
        Assert.Equal(EvidenceLevel.Declared, await Level());
        await world.Fanny.Attach(world.Space.Identifier, $"/engagements/{id}/documents/ajouter", [("pv.pdf", Uploads.Pdf())]);
        Assert.Equal(EvidenceLevel.Documented, await Level());
        var form = $"/engagements/{id}/verification";
        Assert.Contains("pv.pdf", (await world.Fanny.Open(form)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dites en une phrase comment", await Uploads.Said(await world.Fanny.Submit(form, [Field("Input.Note", "")]), "Input_Note"), StringComparison.Ordinal);
        Assert.Equal("Cette date est à venir.", await Uploads.Said(await world.Fanny.Submit(form, [Field("Input.Note", "Vu."), Field("Input.VerifiedOn", "2199-01-01")]), "Input_VerifiedOn"));
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(form, [Field("Input.Note", "Vu sur place.")])).StatusCode);
        Assert.Equal(EvidenceLevel.Verified, await Level());
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Matches("Vérifié\\s+par Fanny le .* : Vu sur place.", page.QuerySelector(".facts")!.TextContent.Plain());
        Assert.Equal("verification.standing", (await Assert.ThrowsAsync<RuleViolation>(() => world.Alice.Sends(new VerifyPlace.Command { CommitmentId = id, Note = "Encore." }))).Code);
        // Taken back, it stays readable.
        Assert.Equal(HttpStatusCode.Found, (await world.Alice.Submit(form, [Field("Withdrawal.Reason", "Ce n’était pas le bon site.")], "Withdraw")).StatusCode);
        Assert.Equal(EvidenceLevel.Documented, await Level());
        Assert.Contains("Vérification retirée : Ce n’était pas le bon site.", (await world.Bob.Open($"/engagements/{id}")).QuerySelector(".timeline")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get(form)).StatusCode);
    }

    [Fact]
    public async Task A_verification_falls_with_the_document_on_which_it_rested()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var news = await world.Fanny.Sends(new GiveNews.Command { CommitmentId = id, Status = UpdateStatus.OnTrack, Text = "C’est voté." });
        await world.Fanny.Attach(world.Space.Identifier, $"/engagements/{id}/nouvelles/{news}/documents/ajouter", [("pv.pdf", Uploads.Pdf())]);
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit($"/engagements/{id}/nouvelles/{news}/verification", [Field("Input.Note", "Procès-verbal lu.")])).StatusCode);
        var sheet = await world.Bob.Sends(new ShowCommitment.Query(id));
        Assert.NotNull(sheet.VerificationOf(news));
        // News verified is not the whole commitment verified.
        Assert.Equal(EvidenceLevel.Documented, sheet.Evidence);
        Assert.Contains("tombera aussi", (await world.Fanny.Open($"/documents/{sheet.Documents[0].Id}/modifier")).Body!.TextContent, StringComparison.Ordinal);
        await world.Fanny.Sends(new EditDocument.Remove { Id = sheet.Documents[0].Id, Reason = "Mauvais fichier." });
        sheet = await world.Bob.Sends(new ShowCommitment.Query(id));
        Assert.Null(sheet.VerificationOf(news));
        Assert.Equal(EvidenceLevel.Declared, sheet.Evidence);
    }

    [Fact]
    public async Task A_verification_does_not_rest_on_what_came_after_it()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var page = $"/engagements/{id}/documents/ajouter";
        await world.Fanny.Attach(world.Space.Identifier, page, [("pv.pdf", Uploads.Pdf())]);
        await world.Fanny.Sends(new VerifyPlace.Command { CommitmentId = id, Note = "Procès-verbal lu." });
        await world.Fanny.Attach(world.Space.Identifier, page, [("erreur.pdf", Uploads.Pdf("erreur"))]);
        var (before, after) = ((await world.Bob.Sends(new ShowCommitment.Query(id))).Documents is [var one, var two]) ? (one, two) : throw new InvalidOperationException();
        Assert.DoesNotContain("tombera aussi", (await world.Fanny.Open($"/documents/{after.Id}/modifier")).Body!.TextContent, StringComparison.Ordinal);
        await world.Fanny.Sends(new EditDocument.Remove { Id = after.Id, Reason = "Mauvais fichier." });
        Assert.Equal(EvidenceLevel.Verified, (await world.Bob.Sends(new ShowCommitment.Query(id))).Evidence);
        await world.Fanny.Sends(new EditDocument.Remove { Id = before.Id, Reason = "Mauvais fichier." });
        Assert.Equal(EvidenceLevel.Declared, (await world.Bob.Sends(new ShowCommitment.Query(id))).Evidence);
    }

    [Fact]
    public async Task A_step_no_longer_done_is_no_longer_verified()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"), and: c => c with { FirstMeasures = "Étudier" });
        var step = (await world.Bob.Sends(new ShowCommitment.Query(id))).Steps[0].Id;
        await world.Fanny.Sends(new FinishMeasure.Command(id, step, true));
        await world.Fanny.Sends(new VerifyPlace.Command { CommitmentId = id, MeasureId = step, Note = "Étude lue." });
        Assert.Contains("Étude lue.", (await world.Bob.Open($"/engagements/{id}")).QuerySelector("#mesures")!.TextContent, StringComparison.Ordinal);
        await world.Fanny.Sends(new FinishMeasure.Command(id, step, false));
        Assert.Null((await world.Bob.Sends(new ShowCommitment.Query(id))).VerificationOf(step));
    }
}
