using MediatR;
using Pga.Application.Contacts;
using Pga.Application.Rapportage;
using Pga.Web.Pages.Contacts;

namespace Pga.Web.Api;

/// <summary>Letters from templates.</summary>
internal static class LettersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("letter-templates", (IMediator mediator, CancellationToken ct) => mediator.Send(new GetLetterTemplates(), ct))
            .WithSummary("The letters there are to choose from.");
        api.MapGet("trajects/{trajectId:guid}/letter-drafts/{template}", (Guid trajectId, string template, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetLetterDraft(trajectId, template), ct))
            .WithSummary("A template filled in with what the dossier knows; a gap in square brackets where it had nothing.");
        api.MapPost("trajects/{trajectId:guid}/letters", async (Guid trajectId, RecordLetter body, IMediator mediator, HttpContext http) =>
        {
            var id = await mediator.Send(body with { TrajectId = trajectId, CommandId = Idempotency.For(body.CommandId, http) }, http.RequestAborted);
            return Results.Created($"/api/v1/trajects/{trajectId}/letters/{id}", new { id });
        }).WithSummary("Records a letter as a contact moment with its text.");
        api.MapGet("trajects/{trajectId:guid}/letters/{contactId:guid}", (Guid trajectId, Guid contactId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetSentLetter(trajectId, contactId), ct))
            .WithSummary("A letter that was recorded.");
        api.MapPost("trajects/{trajectId:guid}/letter-documents", async (Guid trajectId, GetLetterSheet body, IMediator mediator, CancellationToken ct) =>
        {
            var sheet = await mediator.Send(body with { TrajectId = trajectId }, ct);
            return Results.Bytes(LetterDocx.Write(sheet), ReportDocx.ContentType, LetterPage.FileName(sheet));
        }).WithSummary("The letter as a Word document. Nothing is kept of it.");
    }
}
