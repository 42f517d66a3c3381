<?php

// What the quick start's files use of Laravel, and no more: one request, or the scheduled job, in each process. Its
// arguments are the folder of the table, method, path and body. It prints what is answered.

namespace Illuminate\Support\Facades {
    final class Table
    {
        /** @var list<callable(array): bool> */
        private array $conditions = [];

        public function __construct(private readonly string $file) {}

        public function insert(array $row): void
        {
            $this->write([...$this->read(), ['invoiced_at' => null, 'paid_at' => null, ...$row]]);
        }

        public function find(string $id): ?object
        {
            foreach ($this->where('id', $id)->cursor() as $row) {
                return $row;
            }
            return null;
        }

        public function where(string $column, mixed $operator, mixed $value = null): static
        {
            $this->conditions[] = $operator === '>'
                ? fn (array $row) => $row[$column] !== null && $row[$column] > (string) $value
                : fn (array $row) => $row[$column] === $operator;
            return $this;
        }

        public function whereNull(string $column): static
        {
            $this->conditions[] = fn (array $row) => $row[$column] === null;
            return $this;
        }

        public function update(array $values): int
        {
            $changed = 0;
            $rows = $this->read();
            foreach ($rows as $index => $row) {
                if ($this->holds($row)) {
                    $rows[$index] = [...$row, ...array_map(strval(...), $values)];
                    $changed += 1;
                }
            }
            $this->write($rows);
            return $changed;
        }

        public function cursor(): iterable
        {
            foreach ($this->read() as $row) {
                if ($this->holds($row)) {
                    yield (object) $row;
                }
            }
        }

        private function holds(array $row): bool
        {
            foreach ($this->conditions as $condition) {
                if (!$condition($row)) {
                    return false;
                }
            }
            return true;
        }

        private function read(): array
        {
            return is_file($this->file) ? json_decode(file_get_contents($this->file), true) : [];
        }

        private function write(array $rows): void
        {
            file_put_contents($this->file, json_encode($rows));
        }
    }

    final class DB
    {
        public static function table(string $name): Table
        {
            return new Table($GLOBALS['argv'][1] . "/$name.json");
        }
    }

    final class Route
    {
        public static array $routes = [];

        public static function get(string $path, array $action): static
        {
            self::$routes[] = ['GET', $path, $action];
            return new static();
        }

        public static function post(string $path, array $action): static
        {
            self::$routes[] = ['POST', $path, $action];
            return new static();
        }

        public function whereUuid(string $name): static
        {
            return $this;
        }

        public function withoutMiddleware(string $name): static
        {
            return $this;
        }
    }

    final class Schedule
    {
        public static \Closure $job;

        public static function call(\Closure $job): static
        {
            self::$job = $job;
            return new static();
        }

        public function everyMinute(): static
        {
            return $this;
        }

        public function name(string $name): static
        {
            return $this;
        }

        public function withoutOverlapping(): static
        {
            return $this;
        }
    }
}

namespace Illuminate\Support {
    final class Container
    {
        private array $makers = [];

        public function singleton(string $class, \Closure $maker): void
        {
            $this->makers[$class] = $maker;
        }

        public function make(string $class): object
        {
            return ($this->makers[$class])();
        }
    }

    abstract class ServiceProvider
    {
        public function __construct(protected readonly Container $app) {}
    }

    final class Str
    {
        public static function uuid(): string
        {
            return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex(random_bytes(16)), 4));
        }
    }
}

namespace Illuminate\Http {
    final class Request
    {
        public function getContent(): string
        {
            return $GLOBALS['argv'][4];
        }
    }
}

namespace {
    use App\Http\Controllers\OrderController;
    use App\Providers\AppServiceProvider;
    use App\Services\Setor;
    use Illuminate\Http\Request;
    use Illuminate\Support\Container;
    use Illuminate\Support\Facades\Route;
    use Illuminate\Support\Facades\Schedule;

    final class Answer
    {
        public array $said = ['status' => 200];

        public function view(string $name, array $data): static
        {
            $this->said += $data;
            return $this;
        }

        public function header(string $name, string $value): static
        {
            return $this;
        }

        public function json(array $body): static
        {
            $this->said += ['body' => $body];
            return $this;
        }
    }

    final class Instant
    {
        public function __construct(private readonly DateTimeImmutable $at) {}

        public function subDays(int $days): static
        {
            return new static($this->at->modify("-$days days"));
        }

        public function __toString(): string
        {
            return $this->at->format('Y-m-d H:i:s');
        }
    }

    final class Log
    {
        public function info(string $line): void
        {
            fwrite(STDERR, "$line\n");
        }
    }

    function response(): Answer
    {
        return new Answer();
    }

    function redirect(string $to, int $status): Answer
    {
        $answer = new Answer();
        $answer->said = ['status' => $status, 'location' => $to];
        return $answer;
    }

    function now(): Instant
    {
        return new Instant(new DateTimeImmutable());
    }

    function logger(): Log
    {
        return new Log();
    }

    function abort(int $status): never
    {
        echo json_encode(['status' => $status]);
        exit();
    }

    function env(string $name, string $default): string
    {
        return getenv($name) ?: $default;
    }

    function config(string $key): mixed
    {
        [$file, $name] = explode('.', $key);
        return (require __DIR__ . "/laravel/config/$file.php")[$name];
    }

    spl_autoload_register(function (string $class) {
        require __DIR__ . '/laravel/' . str_replace(['App\\', '\\'], ['app/', '/'], $class) . '.php';
    });

    $container = new Container();
    (new AppServiceProvider($container))->register();
    require __DIR__ . '/laravel/routes/web.php';
    require __DIR__ . '/laravel/routes/console.php';
    [, , $method, $path] = $argv;

    if ($method === 'SCHEDULE') {
        (Schedule::$job)($container->make(Setor::class));
        exit();
    }
    foreach (Route::$routes as [$verb, $pattern, [, $name]]) {
        $form = '~^' . preg_replace('~\{\w+\}~', '([\w-]+)', $pattern) . '$~';
        if ($verb === $method && preg_match($form, $path, $found) === 1) {
            $controller = new OrderController($container->make(Setor::class));
            $answer = $controller->$name(...($name === 'notice' ? [new Request()] : array_slice($found, 1)));
            echo json_encode($answer->said);
            exit();
        }
    }
    abort(404);
}
