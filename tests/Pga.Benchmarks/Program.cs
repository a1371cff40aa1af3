using System.Globalization;
using Pga.Benchmarks;
using var d = await BenchDatabase.OfClients(int.Parse(args[0], CultureInfo.InvariantCulture));
