using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Documents;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Documents;

/// <summary>The file of one version, to save: never shown in the browser.</summary>
public sealed class DownloadModel(IMediator mediator) : PgaPage(mediator)
{
    public async Task<FileResult> OnGetAsync(Guid id, Guid documentId, int number)
    {
        var file = await Ask(new DownloadDocument(id, documentId, number));
        return File(file.Content, file.MediaType, file.FileName);
    }
}
