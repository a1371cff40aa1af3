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
        var report = await Ask(new GetReport(year));
        var (contentType, write) = format switch
        {
            "csv" => (ReportCsv.ContentType, (Action<Report, Stream>)ReportCsv.Write),
            "html" => (ReportHtml.ContentType, ReportHtml.Write),
            _ => (ReportJson.ContentType, ReportJson.Write),
        };
        using var made = new MemoryStream();
        write(report, made);
        return File(made.ToArray(), $"{contentType}; charset=utf-8", $"rapportage-{year}-niet-publiceren.{format}");
    }
}
