global using System.Net.Http.Json;
global using NUnit.Framework;
