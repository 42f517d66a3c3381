<?php

namespace App\Providers;

use App\Services\Setor;
use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $this->app->singleton(Setor::class, fn () => new Setor(config('setor.url'), config('setor.token')));
    }
}
