-- Called by wrk: walks over the addresses of a file; with a form, sends it with a fresh key each time.
local urls, at = {}, 0
for line in io.lines(os.getenv("BENCH_URLS")) do urls[#urls + 1] = line end
local form = os.getenv("BENCH_FORM")

local function key()
  return (string.gsub("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx", "x", function() return string.format("%x", math.random(0, 15)) end))
end

function init()
  math.randomseed(os.time())
  at = math.random(#urls)
  -- Headers given with a request would replace those of the command line, the cookie among them.
  if form then wrk.headers["Content-Type"] = "application/x-www-form-urlencoded" end
end

function request()
  at = at % #urls + 1
  if not form then return wrk.format("GET", urls[at]) end
  return wrk.format("POST", urls[at], nil, (string.gsub(form, "KEY", key())))
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("\nRESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.status, e.connect + e.read + e.write + e.timeout))
end
