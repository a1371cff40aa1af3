using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Rapportage;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>The same rapportage as a file.</summary>
public sealed class ExportModel(IMediator mediator) : PgaPage(mediator)
{
    public async Task<FileResult> OnGetAsync(int year, string format)
    {
        var file = await Ask(new GetEditionFile(year, Audiences.Council, format));
        return File(file.Content, file.ContentType, file.Name);
    }
}
