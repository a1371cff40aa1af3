using Pga.Application.Access;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>The stored edition as a file. Of a confirmed one these are the bytes that were stored when it was confirmed.</summary>
/// <param name="Format">One of <see cref="ReportFormats"/>.</param>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetEditionFile(int Year, string Audience, string Format) : IQuery<EditionFile>;

/// <param name="Name">To save it under: <c>rapportage-2024-concept.csv</c>.</param>
public sealed record EditionFile(string Name, string ContentType, byte[] Content);
