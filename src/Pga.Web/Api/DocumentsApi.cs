using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Web.Hosting;

namespace Pga.Web.Api;

/// <summary>Documents of a traject. Files come in as <c>multipart/form-data</c> and go out as they came.</summary>
internal static class DocumentsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("trajects/{trajectId:guid}/documents", (Guid trajectId, bool? withdrawn, int? page, IMediator mediator, HttpContext http) =>
            mediator.Send(new GetDocuments(trajectId, withdrawn ?? false, page ?? 1), http.RequestAborted))
            .WithSummary("The documents of a traject, or those that were withdrawn.");
        api.MapGet("trajects/{trajectId:guid}/documents/{documentId:guid}", (Guid trajectId, Guid documentId, IMediator mediator, HttpContext http) =>
            mediator.Send(new GetDocument(trajectId, documentId), http.RequestAborted))
            .WithSummary("One document with its versions.");
        api.MapGet("trajects/{trajectId:guid}/documents/{documentId:guid}/versions/{number:int}", async (Guid trajectId, Guid documentId, int number, IMediator mediator, HttpContext http) =>
        {
            var file = await mediator.Send(new DownloadDocument(trajectId, documentId, number), http.RequestAborted);
            return Results.File(file.Content, file.MediaType, file.FileName);
        }).WithSummary("The file of one version.");

        // The group's guard asks for the token; the framework's own check would read the form a second time.
        api.MapPost("trajects/{trajectId:guid}/documents", async (
            Guid trajectId, [FromForm] string? title, [FromForm] string? kind, [FromForm] string? source, [FromForm] DateOnly? date, IFormFile? file, IMediator mediator, HttpContext http) =>
            await WithFile(file, async content => Created(trajectId, await mediator.Send(
                new AddDocument(Idempotency.Key(http), trajectId, title ?? "", kind ?? "", source ?? "", date ?? default, content), http.RequestAborted))))
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(UploadFormAttribute.MaxRequest))
            .WithSummary("Adds a document.");
        api.MapPost("trajects/{trajectId:guid}/documents/{documentId:guid}/versions", async (
            Guid trajectId, Guid documentId, [FromForm] Guid? baseVersion, IFormFile? file, IMediator mediator, HttpContext http) =>
            await WithFile(file, async content => Created(trajectId, await mediator.Send(
                new AddDocumentVersion(Idempotency.Key(http), trajectId, documentId, baseVersion ?? Guid.Empty, content), http.RequestAborted))))
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(UploadFormAttribute.MaxRequest))
            .WithSummary("Adds a newer file to a document.");
        api.MapPut("trajects/{trajectId:guid}/documents/{documentId:guid}", (Guid trajectId, Guid documentId, EditDocument body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, DocumentId = documentId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Changes what is written about a document.");
        api.MapPost("trajects/{trajectId:guid}/documents/{documentId:guid}/withdrawal", (Guid trajectId, Guid documentId, WithdrawDocument body, IMediator mediator, HttpContext http) =>
            Changed(mediator, body with { TrajectId = trajectId, DocumentId = documentId, CommandId = Idempotency.For(body.CommandId, http) }, http))
            .WithSummary("Takes a document back, with a reason.");
    }

    private static async Task<IResult> WithFile(IFormFile? file, Func<UploadedFile?, Task<IResult>> send)
    {
        await using var content = file?.OpenReadStream();
        return await send(content is null ? null : new UploadedFile(file!.FileName, content));
    }

    private static IResult Created(Guid trajectId, Guid id) => Results.Created($"/api/v1/trajects/{trajectId}/documents/{id}", new { id });

    private static async Task<object> Changed(IMediator mediator, ICommand command, HttpContext http) => new { id = await mediator.Send(command, http.RequestAborted) };
}
