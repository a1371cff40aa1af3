using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

/// <summary>The step before the worklist leaves as a file.</summary>
public sealed class ExportModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public WorklistAddress Input { get; set; } = new();

    public int Count { get; private set; }

    public async Task OnGetAsync()
    {
        if (!actor.Can(Permission.ExportWorklist))
            throw new Forbidden();
        Count = (await Ask(Input.Question)).Total;
    }

    public async Task<FileResult> OnPostAsync()
    {
        var file = await Ask(new ExportWorklist(Input.Question));
        return File(file.Content, WorklistFile.ContentType, file.Name);
    }
}
